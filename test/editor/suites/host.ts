import * as vscode from 'vscode';
import { type HostName, hostSetting } from '../hostNames.js';

/** The host this runs in. */
function thisHost(): HostName {
  const name = vscode.workspace.getConfiguration().get<HostName>(hostSetting);
  if (!name) throw new Error(`The setting ${hostSetting} names no host.`);
  return name;
}

/** Describes what holds in some hosts; in the others there is nothing to test. */
export function describeIn(hosts: readonly HostName[], title: string, body: () => void): void {
  if (hosts.includes(thisHost())) describe(title, body);
}
