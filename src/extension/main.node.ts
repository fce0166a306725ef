import * as vscode from 'vscode';
import { activateWith, type Api } from './activate.js';
import type { LoadProcesses } from './activity.js';
import { setting } from './config.js';

/** The extension in desktop and remote hosts, where programs can be started: those of a trusted workspace alone. */
export function activate(context: vscode.ExtensionContext): Api {
  // VS Code's own Node: on a desktop its program is Node only where it is told so.
  const node = { command: process.execPath, env: { ELECTRON_RUN_AS_NODE: '1' } };
  const processes: LoadProcesses = async (log) => {
    const { makeProcessPorts } = await import('./processPorts.node.js');
    const paths = { appRoot: vscode.env.appRoot, ripgrep: setting('ripgrepPath'), git: setting('gitPath') };
    return makeProcessPorts(paths, log);
  };
  return activateWith(context, processes, node);
}
