// Makes random and hostile calls of the tools of agents, and holds what is promised of them: `npm run agents [-- --runs 100000 --seed 1]`.
// What fails is said with the seed and the call.
import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { short } from '../../src/core/agents/short.js';
import { toolNames } from '../../src/core/agents/toolNames.js';
import { tools } from '../../src/core/agents/tools.js';
import { Refused } from '../../src/core/model/refused.js';
import { WriteRefused } from '../../src/hosts/node/replaceFile.js';
import { answersOf } from '../../src/mcp/answers.js';
import { randomFrom } from '../fuzz/random.js';
import { runCommand } from '../support/commandLine.js';
import { TempFolder } from '../support/tempFolder.js';
import { makeCall, type Call, type Known } from './calls.js';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 100_000);
const seed = Number(values.seed ?? 1);

const plan = `# Harbour

## Now

- [ ] HB-1 Oil the locks
- [ ] HB-2 Paint the cranes (depends on HB-1)
  - [ ] HB-3 Buy paint
- [x] HB-4 Light the moles

## Later

- [ ] HB-5 Lamps
- [ ] Dredge the basin

## Success Metrics

- Test coverage ≥ 70%
`;
const code = '// TODO(HB-1): grease\n// TODO: rust\n/* FIXME(HB-99): gone */\nexport const x = "TODO: none";\n';

/** A folder with a plan, beside it what nobody may touch, and links that lead there. */
class Harbour {
  private readonly temp = new TempFolder();
  readonly path = join(this.temp.path, 'harbour');

  constructor() {
    this.reset();
    this.temp.write('secret.md', '# Secret\n\n- [ ] HB-1 Never\n');
    this.temp.write('outside/secret.ts', '// TODO: never\n');
    symlinkSync(join(this.temp.path, 'secret.md'), join(this.path, 'docs', 'ROADMAP.md'));
    symlinkSync(join(this.temp.path, 'outside'), join(this.path, 'linked'));
  }

  reset(): void {
    mkdirSync(join(this.path, 'docs'), { recursive: true });
    this.write('ROADMAP.md', plan);
    this.write('src/locks.ts', code);
    this.write('notes.md', 'No plan.\n');
    this.write('.roadmap/config.yaml', 'metrics:\n  Test coverage: { command: [touch, ran], format: text }\n');
  }

  write(name: string, text: string): void {
    this.temp.write(join('harbour', name), text);
  }

  text(name = 'ROADMAP.md'): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** All that no call may change, and which files there are. */
  untouched(): string {
    const all = readdirSync(this.temp.path, { recursive: true, encoding: 'utf8' }).sort();
    const own = /^harbour\/(?:ROADMAP\.md|src\/locks\.ts|\.roadmap\/config\.yaml)$/;
    const texts = all.map((name) => {
      const place = join(this.temp.path, name);
      return own.test(name.replaceAll('\\', '/')) || !statSync(place).isFile() ? '' : readFileSync(place, 'utf8');
    });
    return JSON.stringify([all, texts]);
  }

  dispose(): void {
    this.temp.dispose();
  }
}

const random = randomFrom(seed);
const harbour = new Harbour();
const { answers, dispose } = answersOf(harbour.path, { version: 'test', readOnly: false });
const ajv = new Ajv({ strict: false });
const valid = new Map(tools.map(({ name, output }) => [name, ajv.compile(output)]));
const counts = new Map<string, number>();
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
const signal = new AbortController().signal;
const before = harbour.untouched();
let known: Known = { tasks: [], groups: ['Now', 'Later'], todos: [], cursors: [] };

/** Answers as a caller sees them; only what is said on purpose may go wrong. */
async function call({ name, input }: Call) {
  try {
    return await answers.tool(name, input, signal);
  } catch (error) {
    if (error instanceof Refused || error instanceof WriteRefused) {
      assert.ok(error.message.length > 0 && error.message.length < 5_000);
      return undefined;
    }
    throw error;
  }
}

/** What a caller learns by looking around; some of it is old when it is used. */
async function look(): Promise<void> {
  const found = await call({ name: 'find_tasks', input: { limit: 100 } });
  const page = await call({ name: 'find_tasks', input: { limit: 2 } });
  const { tasks } = found!.structured as unknown as { tasks: Known['tasks'] };
  const { nextCursor } = page!.structured as { nextCursor?: string };
  const todos = harbour
    .text('src/locks.ts')
    .split('\n')
    .flatMap((text, index) => (/TODO|FIXME/.test(text) ? { path: 'src/locks.ts', line: index + 1, text } : []));
  known = { ...known, tasks, todos, cursors: nextCursor === undefined ? [] : [nextCursor] };
}

const json = async (command: string, ...args: string[]) => {
  const { out, err } = await runCommand(harbour.path, [command, '--json', ...args]);
  assert.notEqual(out, '', err);
  return JSON.parse(out) as Record<string, unknown>;
};

/** The command line answers the same question in the same way. */
async function compare({ name, input }: Call, structured: object): Promise<void> {
  const { task, limit, cursor, query, status, owner, group } = input as Readonly<Record<string, unknown>>;
  const options = Object.entries({ limit, cursor, query, status, owner, group }).flatMap(([key, value]) =>
    value === undefined ? [] : [`--${key}=${value as string | number}`],
  );
  if (name === 'find_tasks') {
    const whole = limit === undefined ? ['--limit=20'] : [];
    assert.deepEqual(structured, await json('tasks', '.', ...options, ...whole));
  } else if (name === 'get_task') {
    const count = limit === undefined ? 10 : Number(limit);
    assert.deepEqual(structured, await json('task', `--limit=${count}`, '--', String(task)));
  } else if (name === 'next_tasks') {
    const { roadmaps } = (await json('next')) as { roadmaps: { ready: { id: string; because: string }[] }[] };
    const all = roadmaps.flatMap(({ ready }) => ready.map(({ id, because }) => `${id} ${short(because)}`));
    const { ready, total } = structured as { ready: { id: string; because: string }[]; total: number };
    assert.equal(total, all.length);
    for (const one of ready) assert.ok(all.includes(`${one.id} ${one.because}`));
    if (cursor === undefined)
      assert.deepEqual(
        ready.map(({ id, because }) => `${id} ${because}`),
        all.slice(0, ready.length),
      );
  } else if (name === 'check') {
    const { problems } = (await json('check')) as { problems: { message: string }[] };
    const said = new Set(problems.map(({ message }) => short(message, 600)));
    for (const { message } of (structured as { problems: { message: string }[] }).problems)
      assert.ok(said.has(message));
  } else if (name === 'overview') {
    const { roadmaps } = (await json('status')) as { roadmaps: { path: string; progress: object | null }[] };
    const read = roadmaps.filter(({ progress }) => progress).map(({ path, progress }) => ({ path, progress }));
    const told = (structured as { roadmaps: typeof roadmaps }).roadmaps.map(({ path, progress }) => ({
      path,
      progress,
    }));
    assert.deepEqual(told, read);
  }
}

/** A change leads to the very text that the command line's does. */
async function compareChange({ name, input }: Call, was: string, now: string): Promise<void> {
  const given = input as Readonly<Record<string, string | undefined>>;
  const config = harbour.text('.roadmap/config.yaml');
  const todo = harbour.text('src/locks.ts');
  harbour.write('ROADMAP.md', was);
  const place = (['after', 'under', 'into'] as const).flatMap((key) =>
    given[key] === undefined ? [] : [`--${key}=${given[key]}`],
  );
  const roadmap = '--roadmap=ROADMAP.md';
  if (name === 'add_task')
    await runCommand(harbour.path, ['add', roadmap, '--numbered', ...place, '--', given['title']!]);
  else {
    const fields = (['status', 'priority', 'effort', 'owner', 'due', 'title', 'id'] as const).flatMap((key) =>
      given[key] === undefined ? [] : [`${key}=${given[key]}`],
    );
    if (given['remove']) await runCommand(harbour.path, ['remove', roadmap, '--', given['task']!]);
    if (fields.length > 0) await runCommand(harbour.path, ['set', roadmap, '--', given['task']!, ...fields]);
    if (place.length > 0)
      await runCommand(harbour.path, ['move', roadmap, ...place, '--', given['id'] ?? given['task']!]);
  }
  const byCommands = harbour.text();
  harbour.write('ROADMAP.md', now);
  harbour.write('.roadmap/config.yaml', config);
  harbour.write('src/locks.ts', todo);
  assert.equal(byCommands, now);
}

for (let run = 0; run < runs; run++) {
  if (run % 400 === 0) harbour.reset();
  if (run % 12 === 0) await look();
  // Somebody else writes, too.
  if (random(40) === 0) harbour.write('ROADMAP.md', harbour.text().replace(/\[ \]/, '[x]'));
  if (random(40) === 0) harbour.write('src/locks.ts', `\n${harbour.text('src/locks.ts')}`);
  const made = makeCall(random, known);
  const was = harbour.text();
  try {
    const answer = await call(made);
    const now = harbour.text();
    const tool = tools.find(({ name }) => name === made.name)!;
    count(answer ? made.name : `${made.name} refused`);
    if (answer) {
      assert.ok(valid.get(made.name)!(answer.structured), 'the answer is as its schema says');
      assert.ok(answer.text.length > 0 && answer.text.length < 60_000);
      assert.doesNotMatch(answer.text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
    const writes = answer !== undefined && tool.writes && (made.input as { dryRun?: boolean }).dryRun !== true;
    if (!writes || made.name === 'link') assert.equal(now, was, 'only changes change');
    if (writes && now !== was && random(Math.ceil(runs / 5_000)) === 0 && isSimple(made)) {
      count('changes compared');
      await compareChange(made, was, now);
    }
    if (answer && !tool.writes && random(Math.ceil(runs / 2_000)) === 0) {
      count('answers compared');
      await compare(made, answer.structured);
    }
    if (run % 100 === 99 || run === runs - 1) assert.equal(harbour.untouched(), before, 'nothing else is written');
  } catch (error) {
    console.error(`seed ${seed}, run ${run}: ${JSON.stringify(made).slice(0, 2_000)}\n${was}`);
    throw error;
  }
}
dispose();
harbour.dispose();
assert.ok(
  toolNames.every((name) => counts.has(name)),
  'every tool has answered',
);
console.log(
  JSON.stringify({ runs, seed, ...Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) }, null, 2),
);

/** Whether the command line can be asked for the same by its arguments, in one or two commands. */
function isSimple({ name, input }: Call): boolean {
  const { task, title, owner, id, after, under, into } = input as Readonly<Record<string, unknown>>;
  const moved = after !== undefined || under !== undefined || into !== undefined;
  if (name === 'add_task') return typeof title === 'string';
  return typeof task === 'string' && owner === undefined && !(moved && (title !== undefined || id !== undefined));
}
