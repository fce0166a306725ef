import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import type { ProblemCode } from '../../src/core/model/problem.js';
import { priorities, statuses } from '../../src/core/model/roadmap.js';
import type { Snapshot } from '../../src/core/model/snapshot.js';
import { tooLarge } from '../../src/core/text/decode.js';
import * as shapes from '../../src/core/formats/yaml/schema.js';
import { describeIssue } from '../../src/core/yaml/describeIssue.js';
import { statusBarView } from '../../src/core/views/statusBar.js';
import { problemsLine, statusText } from '../../src/core/views/statusText.js';
import { listTasks } from '../../src/core/views/taskList.js';
import { buildTree } from '../../src/core/views/tree.js';
import { loudPriority, priorityTitle, sayPriority, statusTitle } from '../../src/core/views/words.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { cannotRead } from '../../src/workspace/fileProblems.js';
import { spoken } from '../../src/core/views/spoken.js';
import { sayFilter } from '../../src/core/views/treeFilter.js';
import { roadmapFacts } from '../../src/workspace/facts.js';
import { emptyConfig } from '../../src/core/model/config.js';
import { planArchive } from '../../src/core/edits/planArchive.js';
import { planWish } from '../../src/core/edits/planWish.js';
import { openMarkdown, openYaml, plan as planChange } from '../support/edit.js';
import { openProject } from '../support/project.js';
import { findUntranslated, PseudoLocale } from '../support/pseudoLocale.js';
import { faults, plan, wrongConfigs, wrongRoadmaps } from '../support/ukrainian.js';
import { allNodes, plainStyle } from '../support/views.js';

describe('In another language', () => {
  const locale = new PseudoLocale();

  before(() => locale.use());
  after(() => locale.leave());

  it('every view says everything in it', async () => {
    const { store } = await openProject({ '/а/ROADMAP.md': plan }, { folders: ['/а'] });
    assert.deepEqual(findUntranslated(shownOf(store.snapshot), [plan, 'ROADMAP.md']), []);
  });

  it('so does every view of several roadmaps', async () => {
    const files = {
      '/а/ROADMAP.md': plan,
      '/б/ROADMAP.md': '# Б\n- [x] А\n## sUCCESS mETRICS\n- А: 1\n',
      '/б/docs/MILESTONES.md': '# Г',
    };
    const { store } = await openProject(files, { folders: ['/а', '/б'] });
    const written = [...Object.values(files), ...Object.keys(files)];
    assert.deepEqual(findUntranslated(shownOf(store.snapshot), written), []);
    const one = await openProject(
      { '/а/ROADMAP.md': '# А\n- [ ] Б\n## sUCCESS mETRICS\n- А: 1\n' },
      { folders: ['/а'] },
    );
    assert.deepEqual(findUntranslated(shownOf(one.store.snapshot), ['ROADMAP.md', 'sUCCESS mETRICS']), []);
  });

  it('so does every view of marks that need an explanation', async () => {
    const files = {
      '/а/ROADMAP.md': '# А\n- [-] Б 📅 2026-04-16\n- [W] В\n',
      '/а/docs/ROADMAP.md': '---\nroadmap-dialect: kiro\n---\n# Ґ\n- [-] Г\n',
      '/б/ROADMAP.md': '# Д\n- [-] Е\n',
      '/б/.roadmap/config.yaml': 'dialect: kiro\n',
    };
    const { store } = await openProject(files, { folders: ['/а', '/б'] });
    assert.deepEqual(
      findUntranslated(shownOf(store.snapshot), [...Object.values(files), ...Object.keys(files), 'obsidian w']),
      [],
    );
  });

  it('so does a folder that cannot be looked through', async () => {
    const host = new (class extends MemoryHost {
      override async list(): ReturnType<MemoryHost['list']> {
        throw new Error('зламано');
      }
    })({}, ['/а']);
    const { store } = await openProject({}, { folders: ['/а'], host });
    assert.equal(store.snapshot.folderProblems.length, 1);
    assert.deepEqual(findUntranslated(shownOf(store.snapshot), ['Error']), []);
  });

  it('every problem is told in it', async () => {
    const found = new Set<ProblemCode>();
    const projects = [
      faults,
      ...wrongConfigs.map((config) => ({ '/p/.roadmap/config.yaml': config })),
      ...wrongRoadmaps.map((roadmap) => ({ '/p/.roadmap/план.yaml': roadmap })),
    ];
    for (const files of projects) {
      const { store } = await openProject(files);
      const problems = problemsOf(store.snapshot);
      for (const { code } of problems) found.add(code);
      const sources = [
        ...Object.keys(files),
        ...Object.values(files).filter((text) => typeof text === 'string'),
        known,
      ];
      const untranslated = findUntranslated(
        [...shownOf(store.snapshot), ...problems.map(({ message }) => message)],
        [...sources, ...parserWords(files)],
      );
      assert.deepEqual(untranslated, []);
    }
    for (const { code, message } of await rareProblems()) {
      found.add(code);
      assert.deepEqual(findUntranslated([message], ['windows1252 Error', known]), []);
    }
    assert.deepEqual([...found].sort(), Object.keys(codes).sort());
  });

  it('so is what a list of words offers', () => {
    const offered = [
      sayFilter({ statuses, priorities }),
      ...['≥ 3', '≤ 3', '> 3', '< 3', '~ 3', '= 3', '2–3', '1 → 2'].map(spoken),
      ...statuses.map(statusTitle),
      ...priorities.flatMap((priority) => [
        priorityTitle(priority),
        sayPriority(priority),
        loudPriority(priority) ?? '',
      ]),
    ];
    assert.deepEqual(findUntranslated(offered, []), []);
  });

  it('so is every reason why a change is refused', () => {
    const list = '- [ ] HB-1 А\n- [x] HB-2 Б\n';
    const lines = '# А\n\n## Д\n\nx - Б\n\no - В\n';
    const set = { kind: 'set', task: 'HB-1' } as const;
    const refused = [
      planChange(list, { kind: 'move', tasks: ['HB-1'], place: { after: 'HB-1' } }),
      planChange(list, { kind: 'move', tasks: ['HB-1'], place: { after: 'HB-9' } }),
      planChange(list, { ...set, field: 'title', value: '' }),
      planChange(list, { ...set, field: 'title', value: '🚧' }),
      planChange(list, { ...set, field: 'id', value: 'HB-2' }),
      planChange(list, { ...set, field: 'effort', value: 'А' }),
      planChange(list, { ...set, field: 'due', value: 'А' }),
      planChange(list, { kind: 'repair' }),
      planChange('# Г\n\n- [ ] А â€“ Б\n- [ ] ВÃ©\n', { kind: 'repair', at: 13 }),
      planChange('# А\n\n**Last Updated:** 2026-11-26\n\n- [ ] Б\n', { kind: 'review', date: '2026-11-26' }),
      planWish(openMarkdown('# А\n\n- [ ] Б\n'), { kind: 'archive' }),
      planArchive(openYaml('tasks:\n  - Б\n'), undefined),
      planWish(openMarkdown('# А\n\n- [ ] Б\n'), { kind: 'assignIds' }),
      planWish(openMarkdown('# А\n\n- [ ] Б\n'), { kind: 'assignIds', prefix: '7' }),
      planWish(openMarkdown('# А\n\n- [ ] HB-1: Б\n- [ ] HB-2: В\n'), { kind: 'assignIds' }),
      planChange(list, { ...set, field: 'status', value: 'todo' }),
      planChange(list, { ...set, task: 'HB-9', field: 'status', value: 'done' }),
      planChange(lines, { ...set, task: 'б', field: 'priority', value: 'high' }),
      planChange(lines, { kind: 'add', title: 'Г', place: { under: 'б' } }),
    ].map((result) => (result.ok ? 'made' : result.message));
    assert.deepEqual(findUntranslated(refused, [list, lines, 'HB-9', 'title priority']), []);
  });

  it('no text of the core is left out above', () => {
    // What only VS Code's own parts say is looked at in the rendered workbench.
    const elsewhere = ['src/extension', 'src/hosts/vscode', 'src/hosts/node'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    );
    const messageOf = (key: string) => (english[key] instanceof Object ? english[key].message : key);
    const unused = Object.keys(locale.messages).filter((key) => !locale.used.has(key));
    assert.deepEqual(
      unused.filter((key) => !elsewhere.some((source) => source.includes(`'${messageOf(key)}'`))),
      [],
    );
  });

  it('a text that is not translated is found', async () => {
    locale.use({ without: ['Outcome'] });
    const { store } = await openProject({ '/а/ROADMAP.md': plan }, { folders: ['/а'] });
    const untranslated = findUntranslated(shownOf(store.snapshot), [plan, 'ROADMAP.md']);
    locale.use();
    assert.ok(untranslated.length > 1 && untranslated.every((text) => text.startsWith('Outcome in: Outcome')));
  });
});

/** All codes but the one that the command line alone reports, in its own language. */
const codes: Readonly<Record<Exclude<ProblemCode, 'no-roadmap'>, true>> = {
  'cannot-read': true,
  'too-large': true,
  'not-text': true,
  'invalid-utf8': true,
  'empty-file': true,
  'no-tasks': true,
  mojibake: true,
  'wrong-encoding': true,
  'unreadable-line': true,
  'unknown-mark': true,
  'status-conflict': true,
  'duplicate-id': true,
  'roadmap-syntax': true,
  'roadmap-value': true,
  'unclear-value': true,
  'unknown-key': true,
  'unknown-shape': true,
  'config-syntax': true,
  'config-value': true,
  'unknown-alias': true,
};

/** Keys and words of files of ours, endings, and the id of what has no title: the same in every language. */
const known = [
  'roadmaps idPrefix status dialect archive aliases github obsidian kiro todo doing blocked done cancelled .md .markdown .mdown .mkd .yaml .yml .json',
  ...Object.values(shapes).flatMap((shape) => Object.keys(shape)),
  ...Object.values(priorities),
  'horizon phase milestone version section met missed open untitled',
].join(' ');

const english = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Readonly<
  Record<string, string | { readonly message: string }>
>;

/** Everything that a snapshot shows anywhere: rows, tooltips, what is said to those who hear it, status bar, lists, text. */
function* shownOf(snapshot: Snapshot): Generator<string> {
  const trees = [buildTree(snapshot), buildTree(snapshot, { statuses: ['todo', 'cancelled'], priorities: ['low'] })];
  for (const { label, description, accessibleLabel, tooltip } of trees.flatMap(allNodes)) {
    yield* [label, description, accessibleLabel];
    for (const line of tooltip) yield* [line.label ?? '', line.text];
  }
  const statusBar = statusBarView(snapshot);
  if (statusBar) {
    yield* [statusBar.text, statusBar.accessibleLabel];
    for (const { title, lines } of statusBar.tooltip) yield* [title, ...lines];
  }
  for (const { path, aliases } of listTasks(snapshot)) yield* [...path, ...aliases];
  for (const file of snapshot.roadmaps) yield* statusText(file, plainStyle(100));
  for (const severity of ['error', 'warning'])
    yield* [problemsLine([{ severity }]), problemsLine([{ severity }, { severity }])];
}

function problemsOf({ roadmaps, configs }: Snapshot) {
  return [...roadmaps, ...configs].flatMap(({ problems }) => problems);
}

/** Problems that no file of a handy size has. */
async function rareProblems() {
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
function parserWords(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (typeof text !== 'string' || !path.endsWith('.yaml') || text.length > 10_000) return [];
    const { errors, warnings } = parseDocument(text, { prettyErrors: false });
    return [...errors, ...warnings].map(({ message }) => message);
  });
}
