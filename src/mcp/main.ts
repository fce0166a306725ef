import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { settingsVariable } from '../core/agents/serverSettings.js';
import type { Answers } from './answers.js';
import { makeServer } from './server.js';

declare const __VERSION__: string;

const usage =
  'Usage: roadmap-lens mcp [path] [--read-only]: a server for coding agents (Model Context Protocol, standard input and output)\n';

/** Whom the server talks to beside its client: what is wrong goes to standard error, as standard output is the protocol's. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * `roadmap-lens mcp [path] [--read-only]`: serves one folder until standard input ends. Both generations of the protocol are spoken, that of 2025 and that
 * of 2026-07-28. Resolves to an exit code where it does not begin.
 */
export async function main(args: readonly string[], { out, err }: Streams): Promise<number> {
  const wrong = (message: string) => {
    err(`roadmap-lens: ${message}\n${usage}`);
    return 2;
  };
  let parsed;
  try {
    const options = { 'read-only': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    out(usage);
    return 0;
  }
  if (positionals.length > 1) return wrong('Name one folder.');
  const folder = resolve(positionals[0] ?? '.');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return wrong(`${folder} is no folder: name the folder of the repository.`);
  const readOnly = values['read-only'] === true;
  const log = (message: string) => err(`roadmap-lens: ${message}\n`);
  // What reads plans is loaded with the first question: until then a client waits for the server.
  let loaded: ReturnType<typeof load> | undefined;
  const load = async () => {
    const { answersOf, explainError, readServerSettings } = await import('./answers.js');
    const settings = readServerSettings(process.env[settingsVariable], log);
    return { ...answersOf(folder, { version: __VERSION__, readOnly, settings }), explainError };
  };
  const parts = () => (loaded ??= load());
  const answers: Answers = {
    tool: async (...call) => (await parts()).answers.tool(...call),
    roadmaps: async (...call) => (await parts()).answers.roadmaps(...call),
    roadmap: async (...call) => (await parts()).answers.roadmap(...call),
  };
  const explain = async (error: unknown) => (await parts()).explainError(error, log);
  serveStdio(() => makeServer(answers, { version: __VERSION__, readOnly, explain }), {
    onerror: (error) => log(error.message),
  });
  await new Promise((ended) => process.stdin.once('close', ended));
  (await loaded)?.dispose();
  return 0;
}
