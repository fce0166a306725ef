import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Checker } from '../../../../src/core/checks/checker.js';
import { codeTexts } from '../../../../src/core/model/codeTexts.js';
import type { Rule } from '../../../../src/core/checks/rule.js';
import { rules, type Rules } from '../../../../src/core/checks/rules.js';
import { adjustableCodes } from '../../../../src/core/model/problem.js';
import { checkProblems, ignored, problemsIn, workspaceOf } from '../../../support/problems.js';

const files = {
  'ROADMAP.md': '# Plan\n\n- [x] RM-1 Wash\n- [ ] RM-2 Dry (depends on RM-9)\n',
  'docs/ROADMAP.md': '# Other\n\n- [ ] XY-1 Iron\n- [ ] XY-2 Fold (depends on XY-7)\n',
  'a.ts': '// TODO(RM-1): x\n',
  'b.ts': '// TODO(RM-8): x\n',
};

/** All rules, with the URIs of what they were run on. */
function counting(): { rules: Rules; ran: string[] } {
  const ran: string[] = [];
  const wrap = <Subject>(all: readonly Rule<Subject>[]) =>
    all.map((rule) => ({
      ...rule,
      run: (subject: Subject) => {
        const { file } = subject as { file?: { path: string } };
        if (file) ran.push(`${rule.code} ${file.path}`);
        return rule.run(subject);
      },
    }));
  return {
    ran,
    rules: {
      todos: wrap(rules.todos),
      plan: wrap(rules.plan),
      timing: wrap(rules.timing),
      activity: wrap(rules.activity),
      metrics: wrap(rules.metrics),
      ignores: wrap(rules.ignores),
    },
  };
}

describe('The checker', () => {
  it('keeps what it said while nothing is new, and runs no rule', () => {
    const { rules: counted, ran } = counting();
    const checker = new Checker(counted);
    const snapshot = workspaceOf(files);
    const metrics = { results: [], configProblems: new Map() };
    const first = problemsIn(snapshot, { metrics }, checker);
    assert.ok(first.length === 4 && ran.length > 0);
    ran.length = 0;
    const second = problemsIn({ ...snapshot, revision: 2 }, { metrics }, checker);
    assert.deepEqual(ran, []);
    assert.ok(first.every((file, index) => file === second[index]));
  });

  it('runs the rules of TODOs for the file alone that is new', () => {
    const { rules: counted, ran } = counting();
    const checker = new Checker(counted);
    const snapshot = workspaceOf(files);
    const before = problemsIn(snapshot, {}, checker);
    ran.length = 0;
    const news = workspaceOf({ ...files, 'b.ts': '// TODO(RM-2): x\n' }).todos.files;
    const changed = new Map(snapshot.todos.files).set('file:///work/b.ts', news.get('file:///work/b.ts')!);
    const after = problemsIn({ ...snapshot, todos: { ...snapshot.todos, files: changed, meaning: {} } }, {}, checker);
    assert.deepEqual(
      [...new Set(ran.filter((one) => one.endsWith('.ts')))].every((one) => one.endsWith('b.ts')),
      true,
    );
    assert.ok(!ran.some((one) => one.startsWith('overdue') || one.startsWith('parent-status')));
    assert.ok(after.every((file) => before.includes(file)));
    assert.equal(
      after.some(({ path }) => path === 'b.ts'),
      false,
    );
  });

  it('runs the rules of a plan for the roadmap alone that is new', () => {
    const { rules: counted, ran } = counting();
    const checker = new Checker(counted);
    const snapshot = workspaceOf(files);
    problemsIn(snapshot, {}, checker);
    ran.length = 0;
    const edited = workspaceOf({ ...files, 'ROADMAP.md': files['ROADMAP.md'].replace('Dry', 'Dry it') });
    const roadmaps = snapshot.roadmaps.map((file) =>
      file.path === 'ROADMAP.md' ? edited.roadmaps.find(({ path }) => path === 'ROADMAP.md')! : file,
    );
    problemsIn({ ...snapshot, roadmaps }, {}, checker);
    assert.deepEqual(
      ran.filter((one) => /^(?:parent-status|overdue)/.test(one)),
      ['parent-status ROADMAP.md', 'overdue ROADMAP.md'],
    );
  });

  it('takes severities of the configuration, and before them those of a person', () => {
    const config = { '.roadmap/config.yaml': 'problems:\n  unknown-task: error\n  closed-task: off\n' };
    const severities = (options = {}) =>
      problemsIn(workspaceOf({ ...files, ...config }), options)
        .filter(({ path }) => path.endsWith('.ts'))
        .flatMap(({ problems }) => problems.map(({ code, severity }) => `${code} ${severity}`));
    assert.deepEqual(severities(), ['unknown-task error']);
    const own = new Map([
      ['unknown-task', 'info'],
      ['closed-task', 'warning'],
    ] as const);
    assert.deepEqual(severities({ severities: () => own }), ['closed-task warning', 'unknown-task info']);
  });

  it('says of a wrong code or severity in the configuration what it takes', () => {
    const found = problemsIn(workspaceOf({ '.roadmap/config.yaml': 'problems:\n  overdue: never\n  overdo: off\n' }));
    assert.deepEqual(
      found.flatMap(({ problems }) => problems.map(({ code, range }) => `${code} ${range?.start.line}`)),
      ['config-value 1', 'config-value 2'],
    );
  });

  it('says of every code what it stands for, and of all but what cannot be read how severe it is', () => {
    for (const all of Object.values(rules))
      for (const { code } of all) assert.ok(adjustableCodes.includes(code as never));
    for (const code of adjustableCodes) assert.match(codeTexts[code], /^[A-Z].*\.$/);
  });
});

describe('A comment', () => {
  it('silences the problems of its line, or those of the next', () => {
    checkProblems(`
      # Plan

      - [x] Wash it <!-- roadmap-lens-ignore parent-status -->
        - [ ] Buy soap

      <!-- roadmap-lens-ignore-next-line -->

      - [x] Dry it
        - [ ] Find a line
      - ⟦parent-status:[x]⟧ Iron it <!-- roadmap-lens-ignore overdue -- another one -->
        - [ ] Find an iron
      - [ ] RM-1 Fold
      - [ ] RM-2 Wear
      //- a.py
      # roadmap-lens-ignore-next-line closed-task, unknown-task -- it will come
      # TODO(RM-9): x
      run()  # TODO(RM-9): x # roadmap-lens-ignore unknown-task
      text = "# roadmap-lens-ignore-next-line unknown-task"
      # TODO(⟦unknown-task:RM-9⟧): x
    `);
  });

  it('silences what stands in the configuration, and in a roadmap in YAML', () => {
    checkProblems(`
      //- roadmap.yaml
      title: Plan
      tasks:
        - { title: Wash, id: RM-1 }
        - { title: Dry, id: RM-2, dependsOn: [RM-9] } # roadmap-lens-ignore unknown-dependency
        - { title: Iron, id: RM-3, dependsOn: [⟦unknown-dependency:RM-9⟧] }
      //- .roadmap/config.yaml
      aliases:
        # roadmap-lens-ignore-next-line unknown-alias
        old: gone
    `);
  });

  it('takes one task out of what is told of many', () => {
    checkProblems(`
      # Plan

      ## Wash

      - [ ] Buy soap 📅 2026-05-01 <!-- roadmap-lens-ignore overdue -->
      - [ ] Find water 📅 ⟦overdue:2026-05-02⟧
      - [ ] Find a bucket 📅 2026-05-03

      ## Done

      - [ ] Not yet <!-- roadmap-lens-ignore section-status -->
      - ⟦section-status:[ ]⟧ Nor this
    `);
  });

  it('silences nothing that cannot be read, and nothing where its code is mistyped', () => {
    checkProblems(`
      //- .roadmap/config.yaml
      problems:
        overdue: ⟦config-value:nope⟧ # ⟦unknown-ignore:roadmap-lens-ignore config-value⟧
      //- ROADMAP.md
      # Plan

      - [ ] RM-1 Wash
      - [ ] RM-2 Dry
      //- a.py
      # TODO(RM-9): x # roadmap-lens-ignore: Unknown-Task
      # TODO(⟦unknown-task:RM-9⟧): x # roadmap-lens-ignore: closed-task
      # TODO(⟦unknown-task:RM-9⟧): x # ⟦unknown-ignore:roadmap-lens-ignore over-due⟧
      # TODO(RM-9): x # roadmap-lens-ignore
    `);
  });

  it('is none where code shows what it looks like', () => {
    checkProblems('# Plan\n\n- [ ] Wash\n\n```\n<!-- roadmap-lens-ignore over-due -->\n```\n');
  });

  it('that names no problem is told of', () => {
    checkProblems(`
      # Plan

      - [ ] Wash <!-- ⟦unknown-ignore:roadmap-lens-ignore over-due⟧ -->
      - [ ] Dry
    `);
  });

  it('is written where it silences and changes nothing else', () => {
    const cases: readonly (readonly [path: string, text: string, line: number, expected: string])[] = [
      ['ROADMAP.md', '- [ ] A\n- [ ] B  \n', 1, '- [ ] A\n- [ ] B <!-- roadmap-lens-ignore x -->  \n'],
      ['ROADMAP.md', '# A\r\n\r\n- [ ] B\r\n', 0, '# A <!-- roadmap-lens-ignore x -->\r\n\r\n- [ ] B\r\n'],
      [
        'ROADMAP.md',
        '| Task | Status |\n|---|---|\n| A | done |\n',
        2,
        '| Task | Status |\n|---|---|\n| A | done <!-- roadmap-lens-ignore x --> |\n',
      ],
      ['ROADMAP.md', '- [ ] A <!-- roadmap-lens-ignore y -->\n', 0, '- [ ] A <!-- roadmap-lens-ignore y, x -->\n'],
      ['roadmap.yaml', 'tasks:\n  - A\n', 1, 'tasks:\n  - A # roadmap-lens-ignore x\n'],
      ['a.ts', '  // TODO: a\n', 0, '  // roadmap-lens-ignore-next-line x\n  // TODO: a\n'],
      ['a.ts', 'run(); // TODO: a\r\n', 0, '// roadmap-lens-ignore-next-line x\r\nrun(); // TODO: a\r\n'],
      ['a.ts', '\t/* TODO: a */\n', 0, '\t/* roadmap-lens-ignore-next-line x */\n\t/* TODO: a */\n'],
      ['a.ts', '/**\n * TODO: a\n */\n', 1, '/**\n * roadmap-lens-ignore-next-line x\n * TODO: a\n */\n'],
      [
        'a.ts',
        '// TODO: a\n// TODO: b\nrun();\n',
        1,
        '// TODO: a\n// roadmap-lens-ignore-next-line x\n// TODO: b\nrun();\n',
      ],
      [
        'a.ts',
        '// TODO: a\n\n  /// TODO: b\n',
        2,
        '// TODO: a\n\n  /// roadmap-lens-ignore-next-line x\n  /// TODO: b\n',
      ],
      ['a.html', '<!-- TODO: a -->\n', 0, '<!-- roadmap-lens-ignore-next-line x -->\n<!-- TODO: a -->\n'],
      [
        'a.py',
        'if x:\n    # TODO: a\n    pass\n',
        1,
        'if x:\n    # roadmap-lens-ignore-next-line x\n    # TODO: a\n    pass\n',
      ],
    ];
    for (const [path, text, line, expected] of cases) assert.equal(ignored(path, text, line, 'x'), expected);
  });

  it('is not written where the text would then say something else', () => {
    assert.match(ignored('roadmap.yaml', 'tasks:\n  - title: |\n      A\n      B\n', 2, 'x'), /^No way was found/);
    assert.match(ignored('a.ts', '// TODO: a\n//   goes on\n', 1, 'x'), /^No way was found/);
  });
});

describe('docs/problems.md', () => {
  const page = readFileSync('docs/problems.md', 'utf8');

  it('has a row with severity, reason, example and fix for every code that can be set', () => {
    const all: readonly Pick<Rule<never>, 'code' | 'severity'>[] = Object.values(rules).flat();
    const usual = new Map(all.map(({ code, severity }) => [code, severity]));
    for (const code of adjustableCodes) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\` |`));
      const cells = row?.split(/(?<!\\)\|/).map((cell) => cell.trim()) ?? [];
      assert.equal(cells.filter((cell) => cell !== '').length, 5, code);
      assert.match(cells[2]!, /^(?:error|warning|info)$/);
      const severity = usual.get(code);
      if (severity) assert.equal(cells[2], severity, code);
    }
  });

  it('names all others', () => {
    for (const code of Object.keys(codeTexts)) assert.ok(page.includes(`\`${code}\``), code);
  });
});
