import { McpServer } from '@modelcontextprotocol/server';
import { prompts } from '../core/agents/prompts.js';
import { instructions, tools } from '../core/agents/tools.js';
import type { Answers } from './answers.js';
import { addResources } from './resources.js';
import { standardSchema } from './schema.js';

/** What a server is to be. */
export interface ServerOptions {
  readonly version: string;
  /** Tools that write are not there. */
  readonly readOnly: boolean;
  /** What went wrong, in a sentence for the agent. What it could not help is logged. */
  readonly explain: (error: unknown) => Promise<string>;
}

/** A server that nobody is connected to yet: tools, resources and prompts. */
export function makeServer(answers: Answers, { version, readOnly, explain }: ServerOptions): McpServer {
  const server = new McpServer({ name: 'roadmap-lens', title: 'Roadmap Lens', version }, { instructions });
  for (const tool of tools) {
    if (readOnly && tool.writes) continue;
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: standardSchema<unknown>(tool.input),
        outputSchema: standardSchema<object>(tool.output),
        annotations: {
          readOnlyHint: !tool.writes,
          ...(tool.writes
            ? { destructiveHint: tool.destructive === true, idempotentHint: tool.idempotent === true }
            : {}),
          openWorldHint: false,
        },
      },
      async (input, { mcpReq }) => {
        try {
          const { text, structured } = await answers.tool(tool.name, input, mcpReq.signal);
          return { content: [{ type: 'text', text }], structuredContent: { ...structured } };
        } catch (error) {
          return { content: [{ type: 'text', text: await explain(error) }], isError: true };
        }
      },
    );
  }
  for (const { name, title, description, input, say } of prompts) {
    server.registerPrompt(
      name,
      { title, description, argsSchema: standardSchema<Record<string, string> | undefined>(input) },
      (given) => ({ messages: [{ role: 'user', content: { type: 'text', text: say(given ?? {}) } }] }),
    );
  }
  addResources(server, answers);
  return server;
}
