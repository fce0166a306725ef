import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { ProblemCode } from '../../src/core/model/problem.js';
import { priorities, statuses, tasksOf } from '../../src/core/model/roadmap.js';
import type { Snapshot } from '../../src/core/model/snapshot.js';
import * as shapes from '../../src/core/formats/yaml/schema.js';
import { roadmapLenses, todoLenses } from '../../src/core/views/lenses.js';
import { statusBarView } from '../../src/core/views/statusBar.js';
import { taskCard } from '../../src/core/views/taskCard.js';
import { buildTodoTree } from '../../src/core/views/todoTree.js';
import { buildTree } from '../../src/core/views/tree.js';
import { addAliases } from '../../src/core/config/addAlias.js';
import { checkNewId } from '../../src/core/edits/newId.js';
import { planIdInRoadmap } from '../../src/core/edits/renameId.js';
import { planTodoChange } from '../../src/core/edits/todoEdits.js';
import { syntaxOf } from '../../src/core/lexical/languages.js';
import { todoTags } from '../../src/core/references/todos.js';
import { commit, roadmap, todoFile, workspace } from '../support/links.js';
import { loudPriority, priorityTitle, sayPriority, statusTitle } from '../../src/core/views/words.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { spoken } from '../../src/core/views/spoken.js';
import { sayFilter } from '../../src/core/views/treeFilter.js';
import { planArchive } from '../../src/core/edits/planArchive.js';
import { planWish } from '../../src/core/edits/planWish.js';
import { openMarkdown, openYaml, plan as planChange } from '../support/edit.js';
import { openProject } from '../support/project.js';
import { saidOfChecks } from '../support/pseudoChecks.js';
import { saidOfDashboard } from '../support/pseudoDashboard.js';
import { saidOfPlans } from '../support/pseudoDashboardData.js';
import { saidOfHistories } from '../support/pseudoHistory.js';
import { findUntranslated, PseudoLocale } from '../support/pseudoLocale.js';
import { saidOfMetrics, saidOfReadings } from '../support/pseudoMetrics.js';
import { saidOfPlan } from '../support/pseudoPlan.js';
import { openBroken, parserWords, rareProblems } from '../support/pseudoProblems.js';
import { saidByReaders } from '../support/pseudoReaders.js';
import { shownOf, type Said } from '../support/pseudoShown.js';
import { saidOfEntries, saidOfReleases, saidOfSources } from '../support/pseudoSources.js';
import { faults, plan, wrongConfigs, wrongRoadmaps } from '../support/ukrainian.js';
import { allNodes } from '../support/views.js';

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

  it('so does what dashboards tell of plans, and what is exported of them', async () => {
    const { shown, sources } = await saidOfPlans();
    assert.deepEqual(findUntranslated(shown, sources), []);
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
    for (const { codes: told = [] } of [saidOfMetrics(), await saidOfSources(), saidOfChecks()])
      for (const code of told) found.add(code);
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

  it('so is every reason why an id is none, or cannot be recorded', () => {
    const file = roadmap('ROADMAP.md', '# А\n\n- [ ] HB-1 Б\n- [ ] HB-2 В\n');
    const snapshot = workspace([file], { config: { aliases: new Map([['б-1', 'HB-2']]) } });
    const check = (id: string, task = 'HB-1') => checkNewId(snapshot, { uri: file.uri, id: task }, id) ?? 'fits';
    const nothing = planIdInRoadmap(openMarkdown('# А\n\n- [ ] Б\n'), undefined, 'HB-9', () => false);
    const config = addAliases('aliases: [а]\n', [{ old: 'HB-1', id: 'HB-9' }]);
    const said = [
      ...['7', 'HB-1', 'HB-2', 'б-1'].map((id) => check(id)),
      check('HB-9', 'HB-8'),
      ...[nothing, config].map((result) => (result.ok ? 'made' : result.message)),
    ];
    const names = ['HB TODOs RM', 'config.yaml .roadmap aliases'];
    assert.deepEqual(findUntranslated(said, names), []);
  });

  it('so is what belongs to tasks', async () => {
    const text =
      '# План\n\n## Фаза\n\n- [ ] HB-1 А ⏫ @ада 📅 2026-04-16\n- [x] HB-2 Б\n- [ ] HB-5 Ж\n\n**Priority:** high\n';
    const now = 2_000_000_000;
    const ages = [0, 60, 600, 3_600, 36_000, 86_400, 4e5, 2e6, 9e6, 4e7, 9e7];
    const commits = ages.map((age, at) => commit(`1${at}`, at === 0 ? 'HB-1' : 'fixes HB-1', '', now - age));
    const undone = commit('2', 'Х', `This reverts commit ${commits[3]!.hash}.`, now);
    const many = Array.from({ length: 20 }, (_, at) => commit(`3${at}`, 'HB-1', '', 0));
    const plans = [roadmap('ROADMAP.md', text), roadmap('docs/PLAN.md', '# Г\n\n- [ ] HB-2 Ґ\n- [ ] HB-3 Е\n')];
    const [first, ...rest] = [todoFile('а.ts', 'HB-1', 'HB-9', '', 'HB-2'), todoFile('б.ts', 'HB-1')];
    const files = [{ ...first, approximate: true }, ...rest];
    const whole = workspace(plans, {
      todos: files,
      commits: [undone, ...commits, ...many],
      branches: ['hb-1', 'hb-1-х'],
    });
    const [history] = whole.histories;
    const branches = history!.branches.map((branch, at) =>
      at === 0 ? { ...branch, current: true } : { ...branch, worktree: '/в' },
    );
    const few = workspace([plans[0]!], {
      todos: [todoFile('а.ts', 'HB-2')],
      commits: [commit('4', 'HB-2')],
      branches: ['hb-1', 'hb-1-х', 'hb-5'],
    });
    const broken = await openBroken();
    const shown: string[] = [];
    for (const snapshot of [{ ...whole, histories: [{ ...history!, branches }] }, few, broken]) {
      const trees = [buildTree(snapshot, {}, { now }), buildTodoTree(snapshot)];
      for (const { label, description, accessibleLabel, tooltip } of trees.flatMap(allNodes)) {
        shown.push(label, description, accessibleLabel, ...tooltip.flatMap((line) => [line.label ?? '', line.text]));
      }
      for (const file of snapshot.todos.files.values())
        shown.push(...todoLenses(snapshot, file, true).map(({ title }) => title));
      for (const file of snapshot.roadmaps) {
        shown.push(...roadmapLenses(snapshot, file, now).map(({ title }) => title));
        for (const task of file.roadmap ? tasksOf(file.roadmap) : []) {
          const card = taskCard(snapshot, { file, task }, now, 20);
          shown.push(card.status, ...card.facts, ...card.commits.map(({ about }) => about), ...card.missing);
        }
      }
      const [file] = snapshot.roadmaps;
      const [task] = file?.roadmap ? tasksOf(file.roadmap) : [];
      for (const active of [undefined, ...(file && task ? [{ file, task }] : [])]) {
        const view = statusBarView(snapshot, { active });
        if (view) shown.push(view.text, view.accessibleLabel);
        for (const { title, lines } of view?.tooltip ?? []) shown.push(title, ...lines);
      }
      shown.push(...snapshot.histories.flatMap(({ problems }) => problems.map(({ message }) => message)));
    }
    const typescript = { text: '// x', syntax: syntaxOf('a.ts')!, tags: todoTags(['TODO']) };
    const gone = planTodoChange(typescript, 0, { kind: 'remove' });
    const odd = planTodoChange({ ...typescript, text: '// TODO: а' }, 0, { kind: 'link', id: '#' });
    shown.push(...[gone, odd].map((result) => (result.ok ? 'made' : result.message)));
    const sources = [
      text,
      'ROADMAP.md docs/PLAN.md ts TODO TODOs hb Ada x Error gitignore git info exclude fixes This reverts commit',
    ];
    assert.deepEqual(findUntranslated(shown, sources), []);
  });

  it('so is what reports say, whatever is wrong with them', async () => {
    for (const said of await saidByReaders()) checkSaid(said);
  });

  it('so are metrics, and what measures them', async () => {
    const all = [saidOfMetrics(), saidOfReadings(), saidOfEntries(), saidOfReleases(), await saidOfSources()];
    for (const said of all) checkSaid(said);
  });

  it('so is where plan, code and history disagree', () => checkSaid(saidOfChecks()));

  it('so is when things are planned and will be done, and what comes next', () => checkSaid(saidOfPlan()));

  it('so is what is wrong with the history of a plan', async () => checkSaid(await saidOfHistories()));

  it('so is the dashboard, whatever there is of it', () => checkSaid(saidOfDashboard()));

  it('no text of the core is left out above', () => {
    // What only VS Code's own parts say is looked at in the rendered workbench.
    const elsewhere = ['src/extension', 'src/hosts/vscode', 'src/hosts/node'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    );
    // As a literal has it.
    const messageOf = (key: string) =>
      (english[key] instanceof Object ? english[key].message : key).replaceAll('\n', String.raw`\n`);
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

/** All codes of roadmaps but the one that the command line alone reports, in its own language. */
const codes: Readonly<Record<Exclude<ProblemCode, 'no-roadmap' | 'no-history' | 'not-searched'>, true>> = {
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
  'metric-source': true,
  'metric-claim': true,
  'unknown-task': true,
  'ambiguous-task': true,
  'closed-task': true,
  'former-id': true,
  'done-with-todos': true,
  'closed-by-commit': true,
  'parent-status': true,
  'section-status': true,
  'unknown-dependency': true,
  'circular-dependency': true,
  'done-before-dependency': true,
  overdue: true,
  'review-overdue': true,
  'metric-unmeasured': true,
  'unknown-ignore': true,
};

/** Checks that something was said, and nothing of it in English. */
function checkSaid({ shown, sources }: Said): void {
  assert.deepEqual(shown.length > 0 ? findUntranslated(shown, sources) : ['nothing'], []);
}

/** Keys and words of files of ours, endings, and the id of what has no title: the same in every language. */
const known = [
  'roadmaps idPrefix status dialect archive aliases problems metrics github obsidian kiro todo doing blocked done cancelled .md .markdown .mdown .mkd .yaml .yml .json',
  ...Object.values(shapes).flatMap((shape) => Object.keys(shape)),
  ...Object.values(priorities),
  'horizon phase milestone version section met missed open untitled',
].join(' ');

const english = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Readonly<
  Record<string, string | { readonly message: string }>
>;

function problemsOf({ roadmaps, configs }: Snapshot) {
  return [...roadmaps, ...configs].flatMap(({ problems }) => problems);
}
