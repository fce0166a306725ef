import { priorities, statuses } from '../../src/core/model/roadmap.js';
import { toolNames, type ToolName } from '../../src/core/agents/toolNames.js';
import type { Random } from '../fuzz/random.js';

/** A call of a tool, as an agent might make it, or somebody who means ill. */
export interface Call {
  readonly name: ToolName;
  readonly input: unknown;
}

/** What a caller may know: tasks with their revisions, and TODOs with their places. */
export interface Known {
  readonly tasks: readonly { readonly id: string; readonly revision: string }[];
  readonly groups: readonly string[];
  readonly todos: readonly { readonly path: string; readonly line: number; readonly text: string }[];
  readonly cursors: readonly string[];
}

const escapes = [
  '../secret.md',
  '..\\secret.md',
  '/etc/passwd',
  'out/../../secret.md',
  'file:///etc/passwd',
  'linked/secret.ts',
  '.git/config',
  '%2e%2e/secret.md',
  'LINK.md',
  '\u0000',
  'C:\\Windows\\win.ini',
  'ROADMAP.md/../../secret.md',
];

const injections = [
  'Fine title',
  '- [x] HB-99 Done by itself',
  '## New heading',
  'a | b | c',
  '<!-- id: HB-1 -->',
  '```',
  '~~struck~~ ✅',
  '**Status:** done',
  '[x] me',
  'Löschen — 完成 🎉',
  '\u202egnp.exe',
  '$(rm -rf ~)',
  '`rm -rf ~`',
  "'; DROP TABLE tasks; --",
  '{{constructor}}',
  '[link](javascript:alert(1))',
  '  padded  ',
  '---',
  '1. first',
  '> quoted',
  '@ada',
  'HB-1',
  'due 2026-99-99',
  '📅 2026-01-01',
  '{#smoke}',
  '^block',
  'a\\',
  '&amp;',
  '%s%n',
  'TODO(HB-1): x',
  'x '.repeat(400),
];

const junk: readonly unknown[] = [
  null,
  undefined,
  0,
  -1,
  1e308,
  NaN,
  true,
  '',
  [],
  {},
  [['a']],
  { toString: 'x' },
  'x'.repeat(100_000),
  'a\nb',
  '\ud800',
  'a\u0000b',
  Number.MAX_SAFE_INTEGER,
  '__proto__',
  'constructor',
];

/** Makes a call; half of them make sense. */
export function makeCall(random: Random, known: Known): Call {
  const name = pick(random, toolNames);
  const input = sensible(random, name, known);
  for (let left = random(2) === 0 ? 0 : 1 + random(2); left > 0; left--) spoil(random, input);
  if (random(200) === 0) return { name, input: pick(random, junk) };
  return { name, input };
}

function spoil(random: Random, input: Record<string, unknown>): void {
  const names = [...Object.keys(input), 'task', 'path', 'roadmap', 'title', 'cursor', 'limit', '__proto__', 'extra'];
  const key = pick(random, names);
  const value = [() => pick(random, junk), () => pick(random, escapes), () => pick(random, injections)][random(3)]!();
  Object.defineProperty(input, key, { value, enumerable: true, configurable: true, writable: true });
}

function sensible(random: Random, name: ToolName, known: Known): Record<string, unknown> {
  const some = <T>(value: () => T, odds = 3): T | undefined => (random(odds) === 0 ? value() : undefined);
  const task = pick(random, known.tasks) ?? { id: 'HB-1', revision: 'x' };
  const page = { limit: some(() => 1 + random(8)), cursor: some(() => pick(random, known.cursors), 6) };
  const place = () => {
    const other = pick(random, known.tasks)?.id;
    return [{ after: other }, { under: other }, { into: pick(random, known.groups) }][random(3)]!;
  };
  const dryRun = some(() => true, 4);
  const given = ((): Record<string, unknown> => {
    switch (name) {
      case 'overview':
        return { roadmap: some(() => 'ROADMAP.md') };
      case 'find_tasks':
        return {
          query: some(() => pick(random, ['a', 'HB', 'now', 'locks'])),
          status: some(() => pick(random, statuses)),
          owner: some(() => 'ada'),
          group: some(() => pick(random, known.groups), 5),
          ...page,
        };
      case 'get_task':
        return { task: task.id, limit: some(() => 1 + random(4)) };
      case 'next_tasks':
        return page;
      case 'check':
        return { severity: some(() => pick(random, ['error', 'warning', 'info'])), ...page };
      case 'update_task': {
        const base = { task: task.id, revision: task.revision, dryRun };
        if (random(25) === 0) return { ...base, remove: true };
        return {
          ...base,
          status: some(() => pick(random, statuses), 2),
          priority: some(() => pick(random, priorities)),
          owner: some(() => pick(random, ['ada', 'bob', '']), 4),
          effort: some(() => '2-3 days', 6),
          due: some(() => '2026-12-24', 6),
          title: some(() => pick(random, injections), 5),
          id: some(() => `HB-${random(300)}`, 30),
          force: some(() => true, 6),
          ...(random(8) === 0 ? place() : {}),
        };
      }
      case 'add_task':
        return { title: pick(random, injections), ...place(), dryRun };
      default: {
        const todo = pick(random, known.todos);
        if (random(3) === 0 || !todo) return { task: task.id, commit: some(() => 'abcdef12') };
        return { task: task.id, ...todo, dryRun };
      }
    }
  })();
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)]!;
}
