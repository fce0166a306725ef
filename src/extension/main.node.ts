import * as vscode from 'vscode';
import { activateWith, type Api } from './activate.js';
import { setting } from './config.js';

/** The extension in desktop and remote hosts, where programs can be started: those of a trusted workspace alone. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateWith(context, async (log) => {
    const { makeProcessPorts } = await import('./processPorts.node.js');
    const paths = { appRoot: vscode.env.appRoot, ripgrep: setting('ripgrepPath'), git: setting('gitPath') };
    return makeProcessPorts(paths, log);
  });
}
