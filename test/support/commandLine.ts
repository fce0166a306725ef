import { main } from '../../src/cli/main.js';
import { styleFor, type Io } from '../../src/cli/io.js';

/** Runs a command in a folder, 100 columns wide and without colours; what it printed, and its exit code. */
export async function runCommand(cwd: string, args: readonly string[], more: Partial<Io> = {}) {
  let out = '';
  let err = '';
  const io: Io = {
    cwd,
    style: styleFor({ columns: 100 }, {}),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    ...more,
  };
  const code = await main([...args], io);
  return { out, err, code };
}
