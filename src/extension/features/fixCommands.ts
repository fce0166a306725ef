import * as vscode from 'vscode';
import type { FixEdit } from '../../core/model/problem.js';
import { commands, internalCommands, type IgnoreArgument } from '../commands.js';
import type { Feature } from '../feature.js';
import { registerCommand } from '../register.js';

/** Commands that make the fixes of problems. What plans them is loaded with the first. */
export const fixCommands: Feature = {
  id: 'fixCommands',
  start(context) {
    const { log } = context;
    const fixes = () => import('../configEdits.js');
    return vscode.Disposable.from(
      registerCommand(log, commands.fixAll, async (argument?: { readonly uri?: unknown }) => {
        const named = typeof argument?.uri === 'string' ? argument.uri : undefined;
        const uri = named ?? vscode.window.activeTextEditor?.document.uri.toString();
        if (uri !== undefined) await (await fixes()).fixAll(context, uri);
      }),
      registerCommand(log, internalCommands.applyFix, async (edit: FixEdit) => {
        await (await fixes()).applyFixes(context, [edit]);
      }),
      registerCommand(log, internalCommands.ignoreProblem, async (problem: IgnoreArgument) => {
        await (await fixes()).ignoreProblem(context, problem);
      }),
    );
  },
};
