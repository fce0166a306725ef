#!/usr/bin/env node
import { processIo, type Io } from './io.js';
import { main } from './main.js';

// A program of its own beside this one, loaded only where it is wanted.
const server = new URL('mcp.js', import.meta.url).href;

process.exitCode = await main(process.argv.slice(2), {
  ...processIo(),
  mcp: async (args, streams) => ((await import(server)) as { main: NonNullable<Io['mcp']> }).main(args, streams),
});
