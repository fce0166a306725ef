import type * as vscode from 'vscode';
import type { Folder } from '../core/model/snapshot.js';

const memoryKey = 'roadmapLens.allowedCommands';

/**
 * Commands that the person has allowed to run, each by a yes of its own: kept for this workspace, outside of its files, and
 * only as they were when they were shown; one that is changed is asked about again.
 */
export class AllowedCommands {
  constructor(private readonly memory: vscode.Memento) {}

  has(folder: Folder, command: readonly string[]): boolean {
    return this.all().includes(keyOf(folder, command));
  }

  async allow(folder: Folder, command: readonly string[]): Promise<void> {
    if (!this.has(folder, command)) await this.memory.update(memoryKey, [...this.all(), keyOf(folder, command)]);
  }

  /** Takes every yes back; resolves to how many there were. */
  async forget(): Promise<number> {
    const count = this.all().length;
    await this.memory.update(memoryKey, undefined);
    return count;
  }

  private all(): readonly string[] {
    const kept: unknown = this.memory.get(memoryKey);
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  }
}

function keyOf(folder: Folder, command: readonly string[]): string {
  return JSON.stringify([folder.uri, ...command]);
}
