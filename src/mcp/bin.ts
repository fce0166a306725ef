import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main, type Streams } from './main.js';

export { main };

const streams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

// The command line loads this file and calls `main` itself.
if (isProgram()) process.exitCode = await main(process.argv.slice(2), streams);

function isProgram(): boolean {
  const [, program = ''] = process.argv;
  return existsSync(program) && realpathSync(program) === realpathSync(fileURLToPath(import.meta.url));
}
