import * as vscode from 'vscode';
import { commands } from '../commands.js';
import type { Feature } from '../feature.js';
import { registerCommand } from '../register.js';

/** Commands for working on a task: begin, end, and name it in the message of a commit. */
export const workCommands: Feature = {
  id: 'workCommands',
  start(context) {
    const names = ['startWork', 'finishWork', 'stopWork', 'showActiveTask', 'insertReference'] as const;
    return vscode.Disposable.from(
      ...names.map((name) =>
        registerCommand(context.log, commands[name], async (argument?: unknown) =>
          (await import('../onDemand.js'))[name](context, argument),
        ),
      ),
    );
  },
};
