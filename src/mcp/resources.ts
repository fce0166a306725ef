import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/server';
import type { Answers } from './answers.js';

/**
 * Adds the roadmaps, `roadmap:///docs/ROADMAP.md` as text, and their tasks, `roadmap:///docs/ROADMAP.md/task/RM-12` as what `get_task` answers. In ids
 * and paths what an address has no letters for is percent-encoded.
 */
export function addResources(server: McpServer, answers: Answers): void {
  server.registerResource(
    'task',
    new ResourceTemplate('roadmap:///{+roadmap}/task/{+id}', { list: undefined }),
    { title: 'A task with what belongs to it', mimeType: 'application/json' },
    async (uri, { roadmap, id }, { mcpReq }) => {
      const input = { task: decoded(id), roadmap: decoded(roadmap) };
      const { structured } = await answers.tool('get_task', input, mcpReq.signal);
      return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(structured) }] };
    },
  );
  server.registerResource(
    'roadmap',
    new ResourceTemplate('roadmap:///{+path}', {
      list: async ({ mcpReq }) => ({
        resources: (await answers.roadmaps(mcpReq.signal)).map(({ path, title }) => ({
          uri: `roadmap:///${path.split('/').map(encodeURIComponent).join('/')}`,
          name: path,
          title,
          mimeType: 'text/plain',
        })),
      }),
    }),
    { title: 'A roadmap as text', mimeType: 'text/plain' },
    async (uri, { path }, { mcpReq }) => ({
      contents: [{ uri: uri.href, mimeType: 'text/plain', text: await answers.roadmap(decoded(path), mcpReq.signal) }],
    }),
  );
}

/** A part of an address as it is meant; one that is wrongly encoded stays as it is, and is then not found. */
function decoded(part: string | string[] | undefined): string {
  const text = Array.isArray(part) ? part.join('/') : (part ?? '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
