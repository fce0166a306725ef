import { parseDocument } from 'yaml';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import { tooLarge } from '../../src/core/text/decode.js';
import { describeIssue } from '../../src/core/yaml/describeIssue.js';
import { HistoryIndexer } from '../../src/workspace/historyIndexer.js';
import { Indexer } from '../../src/workspace/indexer.js';
import { Store } from '../../src/workspace/store.js';
import { TodoIndexer } from '../../src/workspace/todoIndexer.js';
import { cannotRead } from '../../src/workspace/fileProblems.js';
import { roadmapFacts } from '../../src/workspace/facts.js';
import { emptyConfig } from '../../src/core/model/config.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import type { Snapshot } from '../../src/core/model/snapshot.js';

/** A snapshot in which nothing could be found out. */
export async function openBroken(): Promise<Snapshot> {
  const files = {
    '/а/ROADMAP.md': '# А\n',
    '/а/б.ts': '// TODO: в',
    '/а/.gitignore': `${'*'.repeat(20)}\n`,
    '/а/г.ts': '// TODO: ґ',
  };
  const host = new MemoryHost(files, ['/а', '/б']);
  const store = new Store();
  const settings = { tags: () => ['TODO'], exclude: () => [], inText: () => false, maxFiles: () => 1 };
  const failing = {
    find: async ({ name }: { readonly name: string }) => {
      if (name === 'б') throw new Error('зламано');
      return undefined;
    },
  };
  const history = {
    open: async ({ name }: { readonly name: string }) => {
      if (name === 'б') throw new Error('зламано');
      return { value: undefined, problems: [] };
    },
  };
  await new Indexer(host.ports, store, { files: () => [] }).start();
  await new TodoIndexer({ ...host.ports, search: failing }, store, settings).start();
  await new HistoryIndexer({ ...host.ports, history }, store, { unlinked: 0 }).start();
  const plain = new Store();
  await new HistoryIndexer(host.ports, plain, { unlinked: 0 }).start();
  return { ...store.snapshot, histories: [...store.snapshot.histories, ...plain.snapshot.histories] };
}

/** Problems that no file of a handy size has. */
export async function rareProblems() {
  const reading = { uri: 'memory:///p/ROADMAP.md', path: 'ROADMAP.md', folder: { uri: 'memory:///p', name: 'p' } };
  const statusMarks = new Proxy(new Map(), {
    get() {
      throw new Error('зламано');
    },
  });
  const text = { text: '- а' };
  const unread = await roadmapFacts({ ...reading, text, problems: [] }, true, { ...emptyConfig, statusMarks });
  const issue = (part: object) => ({ message: '', path: [], input: undefined, ...part }) as never;
  const types = ['array', 'string', 'record'].map((expected) => issue({ code: 'invalid_type', expected }));
  const constraints = ['empty', 'no-id', 'outside-folder', 'no-prefix'].map((message) =>
    issue({ code: 'custom', message }),
  );
  const issues = [...types, ...constraints, issue({ code: 'too_small' }), issue({ code: 'too_big' })];
  return [
    tooLarge(11 * 1024 * 1024),
    ...(['missing', 'noPermission', 'directory', 'notPlain'] as const).map(cannotRead),
    ...['- [ ] âœ… а\n', '- [ ] âœ… і ðŸ”´ а\n'].flatMap(
      (text) => parseMarkdown(text, { encoding: 'windows1252' }).problems,
    ),
    { code: 'no-tasks' as const, message: parseMarkdown('').value.title },
    ...unread!.problems,
    ...[['а'], ['а', 0]].flatMap((path) =>
      issues.map((one) => ({ code: 'config-value' as const, message: describeIssue(one, path) })),
    ),
  ];
}

/** What the YAML parser says of a file: its own words, which are quoted as they are. */
export function parserWords(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (typeof text !== 'string' || !path.endsWith('.yaml') || text.length > 10_000) return [];
    const { errors, warnings } = parseDocument(text, { prettyErrors: false });
    return [...errors, ...warnings].map(({ message }) => message);
  });
}
