import * as vscode from 'vscode';
import { inspectSetting, onDidChangeSetting, section } from '../config.js';
import type { Feature } from '../feature.js';
import { defaults, type Setting } from '../settings.js';

/** Says of a setting that has a wrong value what it takes: once for each value, with the way to it. */
export const wrongSettings: Feature = {
  id: 'wrongSettings',
  start({ log }) {
    const told = new Set<string>();
    const check = (key: Setting) => {
      for (const scope of [undefined, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)]) {
        const { expected, set } = inspectSetting(key, scope);
        const sign = `${key} ${JSON.stringify(set)}`;
        if (expected === undefined || told.has(sign)) continue;
        told.add(sign);
        log.warn(`${section}.${key} is ${JSON.stringify(set)}, and must be ${expected}.`);
        void tell(key, expected);
      }
    };
    const keys = Object.keys(defaults) as Setting[];
    for (const key of keys) check(key);
    return vscode.Disposable.from(...keys.map((key) => onDidChangeSetting(key, () => check(key))));
  },
};

async function tell(key: Setting, expected: string): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The setting {0} must be {1}. What is wrong in it counts for nothing.',
      `${section}.${key}`,
      expected,
    ),
    open,
  );
  if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.${key}`);
}
