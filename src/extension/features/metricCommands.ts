import * as vscode from 'vscode';
import { commands } from '../commands.js';
import type { Feature } from '../feature.js';
import { registerCommand } from '../register.js';

/** Commands for metrics: say what measures one, run the command that does. */
export const metricCommands: Feature = {
  id: 'metricCommands',
  start(context) {
    const { log, measures, allowed } = context;
    const actions = () => import('../configEdits.js');
    return vscode.Disposable.from(
      registerCommand(log, commands.measureMetric, async (argument?: unknown) => {
        const { measuring } = measures;
        if (measuring) await (await actions()).measureMetric(context, measuring, argument);
      }),
      registerCommand(log, commands.runMetricCommand, async (argument?: unknown) => {
        const { measuring } = measures;
        if (measuring) await (await actions()).runMetricCommand(context, measuring, argument);
      }),
      registerCommand(log, commands.forgetMetricCommands, async () => {
        const count = await allowed.forget();
        measures.measuring?.stopCommands();
        void vscode.window.showInformationMessage(
          count === 1
            ? vscode.l10n.t('1 command is not allowed any more.')
            : vscode.l10n.t('{0} commands are not allowed any more.', count),
        );
      }),
    );
  },
};
