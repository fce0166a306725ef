import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A directory on disk for the tests that need one; gone after them. */
export class TempFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-lens-')));

  constructor() {
    // Others than its owner may look in: see `asOrdinaryUser`.
    chmodSync(this.path, 0o755);
  }

  /** Writes a file and the directories above it. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Whether files have modes that keep people out; on Windows they do not. */
export const filesHaveModes = process.platform !== 'win32';

/** Runs something as somebody whom permissions bind: root, who reads everything, is nobody meanwhile. */
export async function asOrdinaryUser<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
