import * as esbuild from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/project.js';
import { compare } from './measure.js';

/** A server of the same library that does nothing. */
const bare = `
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
serveStdio(() => {
  const server = new McpServer({ name: 'bare', version: '1' });
  server.registerTool('nothing', { description: 'Nothing' }, () => ({ content: [{ type: 'text', text: '' }] }));
  return server;
});
`;

/** How long a client waits for the server of agents, compared with one that does nothing and is bundled in the same way. */
export async function measureAgents(runs: number) {
  const entry = join(projectRoot, 'dist', 'bareServer.entry.js');
  const outfile = join(projectRoot, 'dist', 'bareServer.js');
  const require = "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);";
  try {
    await writeFile(entry, bare);
    await esbuild.build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
      banner: { js: require },
      logLevel: 'warning',
    });
    const server = join(projectRoot, 'dist', 'mcp.js');
    const comparison = await compare(
      'server for agents, from its start to its answer to `initialize`',
      () => initialised([server, projectRoot]),
      () => initialised([outfile]),
      runs,
    );
    return [
      { ...comparison, yardstick: 'a server of the same library with one tool that does nothing, bundled alike' },
    ];
  } finally {
    await rm(entry, { force: true });
    await rm(outfile, { force: true });
  }
}

async function initialised(args: readonly string[]): Promise<void> {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } };
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
  await once(server.stdout, 'data');
  server.kill();
}
