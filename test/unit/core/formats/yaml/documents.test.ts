import assert from 'node:assert/strict';
import { readYaml } from '../../../../../src/core/formats/yaml/readYaml.js';
import { groupsOf, tasksOf } from '../../../../../src/core/model/roadmap.js';
import { statusJson } from '../../../../../src/core/views/statusJson.js';
import { statusBarView } from '../../../../../src/core/views/statusBar.js';
import { statusText } from '../../../../../src/core/views/statusText.js';
import { buildTree } from '../../../../../src/core/views/tree.js';
import { dedent, fileOf, problemsOf } from '../../../../support/check.js';
import { checkGolden, fixture } from '../../../../support/golden.js';
import { drawTree, plainStyle, snapshotOf } from '../../../../support/views.js';
import { checkYaml } from '../../../../support/yaml.js';

const read = (text: string) => readYaml(dedent(text)).value;

describe('A roadmap in YAML', () => {
  it('is a list of tasks at its simplest', () => {
    checkYaml('tasks:\n- Write docs\n- 2.10\n', '( ) Write docs\n( ) 2.10');
    checkYaml('tasks: [Write docs, Read them]', '( ) Write docs\n( ) Read them');
  });

  it('has groups and tasks at any depth, in the order in which they stand', () => {
    checkYaml(
      `
        title: Plan
        groups:
          - title: Now
            tasks:
              - title: Search
                tasks:
                  - title: Index
                    status: done
                    tasks: [Names]
                  - Rank
            groups:
              - title: Loans
                tasks: [Renew]
          - title: Later
            groups: [{ title: Mail, tasks: [Send] }]
            tasks: [Think]
        tasks: [Rest]
      `,
      `
        horizon: Now
          ( ) Search
            [x] Index
              (x) Names
            ( ) Rank
          section: Loans
            ( ) Renew
        horizon: Later
          section: Mail
            ( ) Send
          ( ) Think
        ( ) Rest
      `,
    );
  });

  it('is JSON too', () => {
    checkYaml(
      '{\n\t"title": "Plan",\n\t"groups": [{ "title": "Phase 1", "tasks": ["Write", { "title": "Read", "status": "done" }] }]\n}\n',
      'phase: Phase 1\n  ( ) Write\n  [x] Read',
    );
  });

  const statuses: Record<string, string> = {
    todo: '[ ]',
    doing: '[/]',
    'in progress': '[/]',
    blocked: '[!]',
    done: '[x]',
    Complete: '[x]',
    "won't do": '[-]',
    '"[L]"': '[x]',
    live: '[x]',
    '🎉': '[x]',
  };
  for (const [word, box] of Object.entries(statuses)) {
    it(`says by status: ${word} where a task stands`, () => {
      const statusMarks = new Map([
        ['[l]', 'done'],
        ['live', 'done'],
        ['🎉', 'done'],
      ] as const);
      checkYaml(`tasks:\n- title: Write\n  status: ${word}\n`, `${box} Write`, [], { statusMarks });
    });
  }

  it('counts a status that nobody knows as to do', () => {
    checkYaml('tasks:\n- title: Write\n  status: shelved\n', '[ ] Write', ['unknown-mark: shelved']);
  });

  it('hands the status of a group down to what says nothing itself', () => {
    checkYaml(
      'groups:\n- title: Trees\n  status: done\n  tasks: [Oak, { title: Elm, status: todo }]\n- title: Done\n  tasks: [Ash]\n',
      'section: Trees\n  (x) Oak\n  [ ] Elm\nstatus: Done\n  (x) Ash',
    );
  });

  it('has ids, written or made from titles', () => {
    const text =
      'groups:\n- title: A\n  tasks: [{ title: Write, id: RM-1 }, { title: Read, id: rm-1 }, Send]\n- title: B\n  tasks: [Send]\n';
    const { value } = readYaml(text);
    assert.deepEqual(
      [...tasksOf(value)].map(({ id, idSource }) => `${id} ${idSource}`),
      ['RM-1 explicit', 'rm-1-2 explicit', 'a/send derived', 'b/send derived'],
    );
    assert.deepEqual(problemsOf(text, {}, readYaml), ['duplicate-id: rm-1']);
  });

  it('has priorities, efforts and owners on groups and tasks', () => {
    const { children } = read(
      'groups:\n- title: A\n  priority: critical\n  effort: 1-2 weeks\n  owner: "@ida"\n  tasks:\n  - title: Write\n    priority: low\n    effort: 3d\n    owner: jon\n',
    );
    const facts = [children[0]!, ...tasksOf({ children })].map(({ priority, effort, owner }) => [
      priority?.value,
      effort?.minDays,
      effort?.maxDays,
      owner?.value,
    ]);
    assert.deepEqual(facts, [
      ['critical', 5, 10, 'ida'],
      ['low', 3, 3, 'jon'],
    ]);
  });

  it('has windows, by key or in titles, that count from where they stand', () => {
    const { children } = read(`
      groups:
        - title: 30-Day Roadmap (Cleanup)
          groups:
            - title: Search
              window: Week 1-2
            - title: 'Week 3: Loans'
        - title: Year
          window: Q1 2026
          kind: milestone
        - title: 'Week 4: Mail'
          window: Week 5
    `);
    assert.deepEqual(
      [...groupsOf({ children })].map(({ group: { kind, name, window } }) => [
        kind,
        name,
        window?.unit,
        window?.from,
        window?.to,
        window?.basis,
        window?.text,
      ]),
      [
        ['horizon', '30-Day Roadmap', 'day', 1, 30, 'start', '30-Day'],
        ['phase', 'Search', 'week', 1, 2, 'horizon', 'Week 1-2'],
        ['phase', 'Loans', 'week', 3, 3, 'horizon', 'Week 3'],
        ['milestone', 'Year', 'quarter', 1, 1, 'calendar', 'Q1 2026'],
        ['phase', 'Mail', 'week', 5, 5, 'start', 'Week 5'],
      ],
    );
  });

  it('takes texts however YAML writes them', () => {
    checkYaml(
      `
        tasks:
          - plain text
            that goes on
          - 'it''s "quoted"'
          - "an \\u2192 and a \\
            break"
          - |
            kept
            lines
          - >-
            folded
            lines
          - title: # a comment
              below
      `,
      '( ) plain text that goes on\n( ) it\'s "quoted"\n( ) an → and a break\n( ) kept lines\n( ) folded lines\n( ) below',
    );
  });

  it('reads garbled characters as what was meant, and says so once', () => {
    checkYaml(
      'title: Plan â€“ 2026\ntasks: [Dev â†’ Prod, { title: "LoginsÂ© â€“ all", status: âœ… }]\n',
      '( ) Dev → Prod\n[x] Logins© – all',
      ['mojibake: â€“'],
    );
  });

  it('may be unfinished: keys and entries without a value are passed over', () => {
    checkYaml(
      'title:\ntasks:\n- \n- Write\n- title: Read\n  status:\ngroups:\nreview:\nfacts: {a: }\n',
      '( ) Write\n( ) Read',
    );
  });

  it('has the name of its file where it has no title', () => {
    assert.equal(readYaml('tasks: [a]', { fallbackTitle: 'Next' }).value.title, 'Next');
    assert.equal(readYaml('title: Plan\ntasks: [a]', { fallbackTitle: 'Next' }).value.title, 'Plan');
  });

  it('that is empty or has no task says so', () => {
    for (const text of ['', '\n# later\n', '~', '---\n'])
      assert.deepEqual(problemsOf(text, {}, readYaml), ['empty-file']);
    for (const text of ['title: Plan\n', 'groups: [{ title: Now }]\n'])
      assert.deepEqual(problemsOf(text, {}, readYaml), ['no-tasks']);
  });

  it('shows every element everywhere', () => {
    const file = fileOf(fixture('orchard.yaml'), 'orchard.yaml');
    assert.deepEqual(file.problems, []);
    checkGolden('orchard.tree.txt', `${drawTree(buildTree(snapshotOf([file])))}\n`);
    checkGolden('orchard.status.txt', `${statusText(file, plainStyle(100)).join('\n')}\n`);
  });
});

describe('The same plan in Markdown and in YAML', () => {
  const markdown = fileOf(fixture('ledger.md'));
  const yaml = fileOf(fixture('ledger.yaml'), 'ledger.yaml');

  it('shows the same rows, bars and status', () => {
    assert.deepEqual(yaml.problems, []);
    checkGolden('ledger.tree.txt', `${drawTree(buildTree(snapshotOf([yaml])))}\n`);
    const status = statusText(yaml, plainStyle(100)).join('\n');
    checkGolden('ledger.status.txt', `${status.replace('ledger.yaml', 'ROADMAP.md')}\n`);
    assert.deepEqual(statusBarView(snapshotOf([yaml])), statusBarView(snapshotOf([markdown])));
  });

  it('gives the same JSON but for lines, the titles that hold a window, and the names of format and file', () => {
    const json = (file: typeof markdown) => {
      const [roadmap] = statusJson(snapshotOf([file])).roadmaps;
      const plain = JSON.stringify(roadmap, (key, value: unknown) =>
        ['line', 'parentLine', 'path', 'format'].includes(key) ? undefined : value,
      );
      return JSON.parse(plain.replaceAll(/"title":"(?:Week 1-2|Q1|Q2-Q3): /g, '"title":"')) as unknown;
    };
    assert.deepEqual(json(yaml), json(markdown));
  });
});
