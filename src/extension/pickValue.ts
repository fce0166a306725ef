import * as vscode from 'vscode';
import { priorities, statuses, type Priority, type Status } from '../core/model/roadmap.js';
import { priorityTitle, statusTitle } from '../core/views/words.js';
import { statusIcons } from './icons.js';
import { escapeIcons } from './labels.js';

/** A choice with what it stands for. */
interface ValueItem<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for a status; `present` is the one that all have, if they have one. */
export function pickStatus(title: string, present: Status | undefined): Promise<Status | undefined> {
  const items = statuses.map((value) => ({ label: statusTitle(value), iconPath: statusIcons[value], value }));
  return pick(title, items, present);
}

/** Asks for a priority, or for none: an empty text. */
export function pickPriority(title: string, present: Priority | undefined): Promise<Priority | '' | undefined> {
  const items = priorities.map((value) => ({ label: priorityTitle(value), value }));
  return pick<Priority | ''>(title, present ? [...items, { label: noneLabel(), value: '' }] : items, present);
}

async function pick<T>(title: string, items: readonly ValueItem<T>[], present: T | undefined): Promise<T | undefined> {
  const quickPick = vscode.window.createQuickPick<ValueItem<T>>();
  quickPick.title = title;
  quickPick.items = items.map((item) =>
    item.value === present ? { ...item, description: vscode.l10n.t('present') } : item,
  );
  quickPick.activeItems = quickPick.items.filter(({ value }) => value === present);
  return shown(quickPick, () => quickPick.selectedItems[0]?.value);
}

/**
 * Asks for a value that can be typed or chosen from those in use; an empty text stands for none, and is offered where there
 * is one to take away.
 */
export async function pickText(
  title: string,
  placeHolder: string,
  present: string | undefined,
  inUse: readonly string[],
): Promise<string | undefined> {
  const quickPick = vscode.window.createQuickPick<ValueItem<string>>();
  quickPick.title = title;
  quickPick.placeholder = placeHolder;
  const choices: ValueItem<string>[] = [...new Set(present === undefined ? inUse : [present, ...inUse])].map(
    (value) => ({
      label: escapeIcons(value),
      description: value === present ? vscode.l10n.t('present') : '',
      value,
    }),
  );
  if (present !== undefined) choices.push({ label: noneLabel(), value: '' });
  quickPick.items = choices;
  quickPick.onDidChangeValue((typed) => {
    const value = typed.trim();
    const known = value === '' || choices.some((choice) => choice.value === value);
    // `alwaysShow`: what is typed can be taken whatever it matches.
    quickPick.items = known ? choices : [{ label: escapeIcons(value), alwaysShow: true, value }, ...choices];
  });
  return shown(quickPick, () => quickPick.selectedItems[0]?.value ?? (quickPick.value.trim() || undefined));
}

/** Asks for a line of text. */
export async function askText(title: string, prompt: string, value: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Type some text, or press Escape to leave it.') : ''),
  });
  return answer?.trim();
}

function noneLabel(): string {
  return vscode.l10n.t({ message: 'None', comment: 'Takes a value, such as the owner of a task, away' });
}

/** Shows a quick pick until it is answered or left. */
export function shown<T extends vscode.QuickPickItem, R>(
  quickPick: vscode.QuickPick<T>,
  answer: () => R | undefined,
): Promise<R | undefined> {
  return new Promise((resolve) => {
    quickPick.onDidAccept(() => {
      resolve(answer());
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      resolve(undefined);
      quickPick.dispose();
    });
    quickPick.show();
  });
}
