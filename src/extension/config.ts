import * as vscode from 'vscode';
import { defaults, type Setting } from './settings.js';

const section = 'roadmapLens';

/** A setting's value, where `scope` lies if it may differ by folder; one of the wrong type counts as its default. */
export function setting<K extends Setting>(key: K, scope?: vscode.Uri): (typeof defaults)[K] {
  const value: unknown = vscode.workspace.getConfiguration(section, scope).get(key);
  const fallback = defaults[key];
  if (Array.isArray(fallback)) {
    return (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : fallback) as (typeof defaults)[K];
  }
  return (typeof value === typeof fallback ? value : fallback) as (typeof defaults)[K];
}

export function onDidChangeSetting(key: Setting, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${key}`)) listener();
  });
}
