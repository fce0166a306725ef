import assert from 'node:assert/strict';
import { buildTree } from '../../../../src/core/views/tree.js';
import type { TreeFilter } from '../../../../src/core/views/treeFilter.js';
import { treeNodeAt, treeNodeOfTask } from '../../../../src/core/views/treeSearch.js';
import type { TreeNode } from '../../../../src/core/views/treeNode.js';
import { planForecast } from '../../../../src/core/views/planForecast.js';
import { withCursor } from '../../../support/annotated.js';
import { dedent, fileOf } from '../../../support/check.js';
import { checkGolden, fixture } from '../../../support/golden.js';
import { steadySnapshot, today } from '../../../support/measured.js';
import { allNodes, drawTree, snapshotOf } from '../../../support/views.js';

const text = dedent(`
  # Plan
  ## 30-Day Roadmap (Cleanup)
  ### Week 1: Search
  **Priority:** High
  **Effort:** 2-3 days
  **Tasks:**
  1. ✅ Index
  2. 🚧 Rank (RM-2)
     - Owner: @ida
     - Effort: 1 day
  3. Suggest
     - ✅ Names
     - Places

  **Outcomes:**
  - Faster
  ### Week 2: Loans
  **Priority:** Low
  - ⛔ Renew
  - ❌ Fax
  ## Risks
  - Too much
`);

const tree = (filter?: TreeFilter, source = text) => buildTree(snapshotOf([fileOf(source)]), filter);
const find = (nodes: readonly TreeNode[], label: string) => allNodes(nodes).find((node) => node.label === label)!;

describe('The tree', () => {
  it('shows dates as they are written', () => {
    assert.equal(
      drawTree(tree({}, '- [ ] Write (2026-04-16)\n- [ ] Read (2026-04-16 – 2026-04-30)\n- [ ] Sign (Q1-Q2 2026)\n')),
      'todo Write | 2026-04-16\ntodo Read | 2026-04-16 – 2026-04-30\ntodo Sign | Q1–Q2 2026',
    );
  });

  it('says what is late and due soon, on tasks and groups, in words too', () => {
    const source =
      '# P\n## Search (due 2026-11-24)\n- [ ] Write 📅 2026-11-26\n- [x] Read 📅 2026-11-01\n## Next\n- [ ] Sell\n';
    const nodes = buildTree(snapshotOf([fileOf(source)]), {}, { today });
    assert.equal(
      drawTree(nodes),
      [
        'doing Search | 1/2 · late · due 2026-11-24',
        '  todo Write | due today',
        '  done Read',
        'todo Next | 0/1 · 0 %',
        '  todo Sell',
      ].join('\n'),
    );
    assert.equal(
      find(nodes, 'Search').accessibleLabel,
      'Search, in progress, 1 of 2 done, due 2026-11-24, late by 2 days',
    );
    assert.ok(
      find(nodes, 'Search').tooltip.some(
        ({ label, text }) => label === 'Planned' && text === 'until 2026-11-24 (late by 2 days)',
      ),
    );
    assert.equal(find(nodes, 'Write').accessibleLabel, 'Write, to do, due today');
  });

  it('says when horizons will be done, and when a task was finished and how long it took', () => {
    const { snapshot, file } = steadySnapshot();
    const forecast = planForecast(snapshot, file, today);
    const nodes = buildTree(snapshot, {}, { today, forecast: () => forecast });
    const line = (label: string, title: string) =>
      find(nodes, title).tooltip.find((each) => each.label === label)?.text;
    assert.match(line('Forecast', 'Growth')!, /^50 %: [-\d]{10}, 85 %: [-\d]{10}, 95 %: [-\d]{10} \(on track\)$/);
    assert.equal(line('Forecast', 'Foundations'), undefined);
    assert.match(line('Finished', 'Task 2')!, /^2026-09-17 \(\w{7}\), took 14 days$/);
    assert.equal(line('Finished', 'Task 20'), undefined);
  });

  it('says when an open task is due, and everything else in its tooltip', () => {
    const source =
      '## Search (due 2026-04-30)\n- [ ] Write (Q2 2026, #12) @ida @jon #ui #web 🛫 2026-04-01 📅 2026-04-16\n  - Depends on: RM-2, the index\n- [x] Read 📅 2026-04-16\n';
    const nodes = tree({}, source);
    assert.equal(
      drawTree(nodes),
      'doing Search | 1/2 · due 2026-04-30\n  todo Write | Q2 2026 · due 2026-04-16 · @ida\n  done Read',
    );
    const write = find(nodes, 'Write');
    assert.equal(write.accessibleLabel, 'Write, to do, Q2 2026, due 2026-04-16, owner ida');
    const rows = write.tooltip.flatMap(({ label, text }) => (label ? [`${label}: ${text}`] : []));
    for (const row of [
      'Window: Q2 2026 (calendar)',
      'Owners: ida, jon',
      'Start: 2026-04-01',
      'Due: 2026-04-16',
      'Labels: ui, web',
      'Depends on: RM-2, the index',
      'Issues: #12',
    ]) {
      assert.ok(rows.includes(row), `${row} in ${rows.join('; ')}`);
    }
  });

  it('shows plan and registers of one roadmap without a root', () => {
    assert.equal(
      drawTree(tree()),
      dedent(`
        doing 30-Day Roadmap | 2/5 · 40 %
          doing Search | 2/4 · ↑ high · Week 1 · 2–3 days
            done Index
            doing Rank | 1 day · @ida · RM-2
            doing Suggest | 1/2
              done Names
              todo Places
            outcomes Outcomes | 1
              item Faster
          blocked Loans | 0/1 · Week 2
            blocked Renew | blocked
            cancelled Fax | cancelled
        risks Risks | 1
          item Too much
      `).trimEnd(),
    );
  });

  it('shows every element of a roadmap', () => {
    checkGolden('ledger.tree.txt', `${drawTree(tree(undefined, fixture('ledger.md')))}\n`);
  });

  it('says all of it to those who hear it', () => {
    const labels = allNodes(tree()).map(({ accessibleLabel }) => accessibleLabel);
    for (const label of [
      '30-Day Roadmap, in progress, 2 of 5 done',
      'Search, in progress, 2 of 4 done, Week 1, high priority, effort 2 to 3 days',
      'Rank, in progress, effort 1 day, owner ida, RM-2',
      'Places, to do, high priority',
      'Suggest, in progress, 1 of 2 subtasks done',
      'Renew, blocked',
      'Outcome: Faster',
      'Risk: Too much',
    ]) {
      assert.ok(labels.includes(label), `${label} in\n${labels.join('\n')}`);
    }
  });

  it('says in a tooltip what the row has no room for', () => {
    const tooltip = (label: string) =>
      find(tree(), label).tooltip.map((line) => (line.label ? `${line.label}: ${line.text}` : line.text));
    assert.deepEqual(tooltip('Search'), [
      'Week 1: Search',
      'Progress: 2 of 4 done (50 %)',
      'In progress: 1',
      'By effort: 1 of 2.5 working days (40 %)',
      'Window: Week 1 (from the start of its horizon)',
      'Priority: high',
      'Effort: 2–3 days (2–3 working days)',
      'Outcome: Faster',
      'File: ROADMAP.md:3',
    ]);
    assert.deepEqual(tooltip('Places'), [
      'Places',
      'Status: to do (no mark)',
      'Id: places (from the title)',
      'File: ROADMAP.md:13',
    ]);
  });

  it('makes urgent what is not begun and matters', () => {
    const urgent = allNodes(tree()).filter((node) => node.urgent);
    assert.deepEqual(
      urgent.map(({ label }) => label),
      ['Places'],
    );
  });

  it('has a key of its own for every row, which stays when lines move and other rows change', () => {
    const keys = allNodes(tree()).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    const moved = text
      .replace('# Plan\n', '# Plan\n\nMore words.\n\n')
      .replace('✅ Index', 'Index')
      .replace('1. ', '0. New\n1. ');
    const after = new Set(allNodes(tree(undefined, moved)).map(({ key }) => key));
    assert.deepEqual(
      keys.filter((key) => !after.has(key)),
      [],
    );
  });

  it('opens what is under way, and leaves the rest folded', () => {
    const rows = allNodes(tree()).filter(({ expanded }) => expanded);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['30-Day Roadmap'],
    );
  });

  it('knows its parents', () => {
    assert.equal(find(tree(), 'Places').parent?.parent?.parent?.label, '30-Day Roadmap');
  });
});

describe('A filter', () => {
  const labels = (filter: TreeFilter) => allNodes(tree(filter)).map(({ label }) => label);

  it('by status shows the leaves that pass, with what they stand in, and no registers', () => {
    assert.deepEqual(labels({ statuses: ['blocked', 'cancelled'] }), ['30-Day Roadmap', 'Loans', 'Renew', 'Fax']);
    assert.deepEqual(labels({ statuses: ['todo'] }), ['30-Day Roadmap', 'Search', 'Suggest', 'Places']);
    assert.deepEqual(labels({ statuses: [] }), []);
  });

  it('by priority takes that of the phase, where a task has none', () => {
    assert.deepEqual(labels({ priorities: ['low'] }), ['30-Day Roadmap', 'Loans', 'Renew', 'Fax']);
    assert.deepEqual(labels({ priorities: ['high'], statuses: ['done'] }), [
      '30-Day Roadmap',
      'Search',
      'Index',
      'Suggest',
      'Names',
    ]);
  });

  it('opens everything it leaves', () => {
    assert.ok(allNodes(tree({ statuses: ['todo'] })).every(({ expanded, hasChildren }) => expanded || !hasChildren));
  });
});

describe('Several roadmaps', () => {
  const one = fileOf('# One\n- [x] a\n', 'ROADMAP.md', 'web');
  const two = fileOf('# Two\n- [ ] a\n', 'docs/ROADMAP.md', 'web');
  const three = fileOf('# Three\n- [ ] b\n', 'ROADMAP.md', 'api');

  it('are roots, with their files', () => {
    assert.equal(
      drawTree(buildTree(snapshotOf([one, two]))),
      'roadmap One | 1/1 · ROADMAP.md\n  done a\nroadmap Two | 0/1 · docs/ROADMAP.md\n  todo a',
    );
  });

  it('say their folders where there are several', () => {
    const roots = buildTree(snapshotOf([one, three]));
    assert.deepEqual(
      roots.map(({ description }) => description),
      ['1/1 · web/ROADMAP.md', '0/1 · api/ROADMAP.md'],
    );
  });

  it('may have tasks of the same id', () => {
    const roots = buildTree(snapshotOf([one, two]));
    assert.equal(new Set(allNodes(roots).map(({ key }) => key)).size, 4);
    assert.equal(treeNodeOfTask(roots, two.uri, 'a')?.parent?.label, 'Two');
  });

  it('are left out where a filter leaves nothing of them', () => {
    const labels = allNodes(buildTree(snapshotOf([one, two]), { statuses: ['done'] })).map(({ label }) => label);
    assert.deepEqual(labels, ['One', 'a']);
  });

  it('that could not be read show why', () => {
    const { roadmap: _, ...unread } = two;
    const broken = { ...unread, problems: [{ code: 'not-text', severity: 'error', message: 'No text.' } as const] };
    assert.equal(drawTree(buildTree(snapshotOf([broken]))), 'problem No text. | docs/ROADMAP.md');
    assert.match(
      drawTree(buildTree(snapshotOf([one, broken]))),
      /roadmap docs\/ROADMAP.md \| docs\/ROADMAP.md\n {2}problem No text\./,
    );
  });
});

describe('A folder that could not be looked through', () => {
  const file = fileOf(text);
  const problem = { code: 'cannot-read', severity: 'error', message: 'It is closed: open it.' } as const;
  const snapshot = {
    ...snapshotOf([file]),
    folderProblems: [
      {
        uri: file.folder.uri,
        folder: file.folder,
        problems: [
          { ...problem, path: '' },
          { ...problem, path: 'docs' },
        ],
      },
    ],
  };

  it('says so above the plan, whatever the filter', () => {
    const rows = ['problem It is closed: open it. | project', 'problem It is closed: open it. | project/docs'];
    for (const filter of [{}, { statuses: ['blocked'] }] satisfies TreeFilter[]) {
      const drawn = drawTree(buildTree(snapshot, filter)).split('\n');
      assert.deepEqual(drawn.slice(0, 2), rows);
      assert.ok(drawn.length > 2);
    }
  });
});

describe('The row under the cursor', () => {
  const places: [string, string][] = [
    ['## 30-Day Road$0map', '30-Day Roadmap'],
    ['**Eff$0ort:** 2-3 days', 'Search'],
    ['1. ✅ Ind$0ex', 'Index'],
    ['2. 🚧 Rank (RM-2)$0', 'Rank'],
    ['   - Own$0er: @ida', 'Rank'],
    ['   - Plac$0es', 'Places'],
    ['- Fas$0ter', 'Faster'],
    ['- Too mu$0ch', 'Too much'],
  ];
  for (const [line, label] of places) {
    it(`"${line}" is ${label}`, () => {
      const { text: source, offset } = withCursor(text.replace(line.replace('$0', ''), line.replace('$', '$$$$')));
      assert.equal(treeNodeAt(tree(undefined, source), 'memory:///project/ROADMAP.md', offset)?.label, label);
    });
  }

  it('is none in another file, and none before the plan', () => {
    assert.equal(treeNodeAt(tree(), 'memory:///project/other.md', 30), undefined);
    assert.equal(treeNodeAt(tree(), 'memory:///project/ROADMAP.md', 0), undefined);
  });

  it('of a task is found by its id', () => {
    assert.equal(treeNodeOfTask(tree(), 'memory:///project/ROADMAP.md', 'RM-2')?.label, 'Rank');
    assert.equal(treeNodeOfTask(tree(), 'memory:///project/ROADMAP.md', 'gone'), undefined);
  });
});
