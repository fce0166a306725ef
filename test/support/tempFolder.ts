import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A directory on disk for the tests that need one; gone after them. */
export class TempFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-lens-')));

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

/** Whether permissions bind this process: root reads everything, and Windows has no modes. */
export const permissionsBind = process.platform !== 'win32' && process.getuid?.() !== 0;
