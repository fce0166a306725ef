import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetched } from './cache.js';
import { npmInstall } from './processes.js';

/** The versions of VS Code that the suites run in: the lowest one supported and the latest. */
export const vscodeVersions = ['1.105.1', '1.139.1'] as const;
export type VSCodeVersion = (typeof vscodeVersions)[number];
export const latestVersion: VSCodeVersion = '1.139.1';

/** Environment variable that tells the launcher which version to run. */
export const versionVariable = 'ROADMAP_LENS_VSCODE_VERSION';

/** What `text` names; the latest version where it names nothing. Throws where it names a version that is not offered. */
export function parseVersion(text: string | undefined): VSCodeVersion {
  if (text === undefined) return latestVersion;
  const version = vscodeVersions.find((each) => each === text);
  if (version) return version;
  throw new Error(`VS Code ${text} is not offered here: choose ${vscodeVersions.join(' or ')}.`);
}

/** A VS Code server with the Node it was built for, and the npm package that holds it. */
interface Release {
  package: string;
  nodeMajor: number;
  /** Dependencies that npm could only get from outside the registry, and what stands in for them. */
  replaced?: Readonly<Record<string, string>>;
}

const releases: Readonly<Record<VSCodeVersion, Release>> = {
  '1.105.1': { package: 'code-server@4.105.1', nodeMajor: 22, replaced: { '@parcel/watcher': '^2.5.1' } },
  '1.139.1': { package: 'code-server@4.139.1', nodeMajor: 24 },
};

/** The two files that start VS Code's server. */
export interface VSCodeServerFiles {
  serverMain: string;
  node: string;
}

/** VS Code's server from npm, fetched on first use. Needs neither root nor a compiler. */
export async function provisionVSCode(version: VSCodeVersion): Promise<VSCodeServerFiles> {
  const release = releases[version];
  const server = 'node_modules/code-server/lib/vscode';
  const folder = await fetched(`server-${version}`, `VS Code ${version} (npm: ${release.package})`, async (draft) => {
    await npmInstall(draft, [release.package]);
    await installServer(join(draft, server), release.replaced);
  });
  return { serverMain: join(folder, server, 'out', 'server-main.js'), node: await provisionNode(release.nodeMajor) };
}

/** code-server's install script would do this and more: it compiles native modules, and refuses to run as root. */
async function installServer(folder: string, replaced: Release['replaced']): Promise<void> {
  if (replaced) {
    const manifestFile = join(folder, 'package.json');
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as { dependencies: Record<string, string> };
    Object.assign(manifest.dependencies, replaced);
    await writeFile(manifestFile, JSON.stringify(manifest));
    await rm(join(folder, 'npm-shrinkwrap.json'));
  }
  await npmInstall(folder, []);
  // VS Code's own build packs the modules into this archive, and looks for them under its name.
  await symlink('node_modules', join(folder, 'node_modules.asar'), 'dir');
}

async function provisionNode(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const folder = await fetched(`node-${major}`, `Node ${major} (npm: ${name})`, (draft) =>
    npmInstall(draft, [`${name}@${major}`]),
  );
  return join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
}
