import * as vscode from 'vscode';
import { readSetting, type ReadSetting, type Setting, type SettingValue } from './settings.js';

/** Begins the name of every setting. */
export const section = 'roadmapLens';

/** A setting's value, where `scope` lies if it may differ by folder; one that is wrong counts as its default. */
export function setting<K extends Setting>(key: K, scope?: vscode.Uri): SettingValue<K> {
  return inspectSetting(key, scope).value;
}

/** A setting's value with what is wrong about it, and what was set. */
export function inspectSetting<K extends Setting>(key: K, scope?: vscode.Uri): ReadSetting<K> & { set: unknown } {
  const set: unknown = vscode.workspace.getConfiguration(section, scope).get(key);
  return { ...readSetting(key, set), set };
}

export function onDidChangeSetting(key: Setting, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${key}`)) listener();
  });
}
