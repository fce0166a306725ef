import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionUnderTest } from '../host/project.js';
import { parseVersion, versionVariable } from '../host/provision.js';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench.js';

/** A workbench over a folder of its own, with the extension of this project. */
export interface Session {
  readonly folder: string;
  readonly workbench: Workbench;
  /** How it was opened, for another window like it. */
  readonly options: WorkbenchOptions;
  close(): Promise<void>;
}

/** How the folder is opened. */
export interface SessionOptions extends Pick<
  WorkbenchOptions,
  'colorTheme' | 'settings' | 'size' | 'locale' | 'install'
> {
  /** A `.code-workspace` file in the folder to open instead of it. */
  readonly workspaceFile?: string;
  /** What to open instead of the folder: a URI. */
  readonly workspace?: string;
  /** The folder of the extension, where it is not the one every other suite looks at. */
  readonly extension?: string;
  /** The name of the view container, where the language gives it another. */
  readonly viewContainer?: string;
}

/** Fills a temporary folder and opens it, with the Roadmap view shown. */
export async function openSession(
  fill: (folder: string) => Promise<unknown>,
  { workspaceFile, viewContainer = 'Roadmap', ...rest }: SessionOptions = {},
): Promise<Session> {
  const parent = await mkdtemp(join(tmpdir(), 'roadmap-lens-workbench-'));
  const folder = join(parent, 'shelfmark');
  const cleanUp = () => rm(parent, { recursive: true, force: true });
  try {
    await fill(folder);
    const options: WorkbenchOptions = {
      version: parseVersion(process.env[versionVariable]),
      workspace: workspaceFile ? join(folder, workspaceFile) : folder,
      extension: extensionUnderTest,
      colorTheme: 'Default Dark Modern',
      log: console.log,
      ...rest,
    };
    const workbench = await openWorkbench(options);
    await workbench.openViewContainer(viewContainer);
    return {
      folder,
      workbench,
      options,
      async close() {
        await workbench.close();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
