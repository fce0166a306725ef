import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport, getDefaultEnvironment } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';

/** How the client opens: as those of 2025 do, or as those of 2026-07-28. */
export type Generation = 'legacy' | 'auto';

/** What a tool has answered. */
export interface Called {
  readonly text: string;
  readonly isError: boolean;
  readonly structured: Readonly<Record<string, unknown>>;
}

/** The protocol's own client, connected to a server of ours in a process of its own. */
export class AgentClient {
  private constructor(
    readonly client: Client,
    private readonly errors: () => string,
  ) {}

  /** Starts `dist/mcp.js` with arguments. */
  static async start(
    args: readonly string[],
    generation: Generation = 'legacy',
    env: Readonly<Record<string, string>> = {},
  ): Promise<AgentClient> {
    const command = {
      command: process.execPath,
      args: ['dist/mcp.js', ...args],
      stderr: 'pipe' as const,
      env: { ...getDefaultEnvironment(), ...env },
    };
    const transport = new StdioClientTransport(command);
    let errors = '';
    transport.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    const client = new Client(
      { name: 'test', version: '1' },
      generation === 'auto' ? { versionNegotiation: { mode: 'auto' } } : {},
    );
    await client.connect(transport);
    return new AgentClient(client, () => errors);
  }

  async call(name: string, input: Readonly<Record<string, unknown>> = {}, signal?: AbortSignal): Promise<Called> {
    const result = await this.client.callTool(
      { name, arguments: { ...input } },
      { timeout: 120_000, ...(signal ? { signal } : {}) },
    );
    const [first] = result.content as readonly { readonly text: string }[];
    return {
      text: first?.text ?? '',
      isError: result.isError === true,
      structured: (result.structuredContent ?? {}) as Called['structured'],
    };
  }

  /** Ends the server; it must not have complained of itself. */
  async stop(): Promise<void> {
    await this.client.close();
    assert.equal(this.errors(), '');
  }
}
