import assert from 'node:assert/strict';
import { ShownRows } from '../../../../src/core/views/shownRows.js';
import { buildTree } from '../../../../src/core/views/tree.js';
import type { TreeNode } from '../../../../src/core/views/treeNode.js';
import { dayOf } from '../../../../src/core/values/day.js';
import { fileOf } from '../../../support/check.js';
import { snapshotOf } from '../../../support/views.js';

const plan = '# P\n\n## A\n\n- [ ] a\n- [ ] b\n\n## Q1 2026\n\n- [ ] c\n\n## Risks\n\n- Rain\n';
const rowsOf = (text: string, today?: number) =>
  buildTree(snapshotOf([fileOf(text)]), {}, today === undefined ? {} : { today });

/** Shows rows, and asks for all of them as a view does that is wholly expanded. */
function show(text: string, expand = (_label: string) => true) {
  const rows = new ShownRows();
  rows.replace(rowsOf(text));
  const ask = (node: TreeNode | undefined) => {
    for (const child of rows.childrenOf(node)) if (child.hasChildren && expand(child.label)) ask(child);
  };
  ask(undefined);
  return rows;
}

const labels = (changed: readonly TreeNode[] | 'all') =>
  changed === 'all' ? changed : changed.map(({ label }) => label);

describe('Rows that take the place of others', () => {
  it('are not drawn again where they look the same', () => {
    assert.deepEqual(show(plan).replace(rowsOf(plan)), []);
  });

  it('are drawn again where they look different, with all that stands in them', () => {
    // The group's own figure changes, so that it is drawn again as a whole.
    assert.deepEqual(labels(show(plan).replace(rowsOf(plan.replace('[ ] a', '[x] a')))), ['A']);
    assert.deepEqual(labels(show(plan).replace(rowsOf(plan, dayOf(2026, 5, 1)))), ['Q1 2026']);
  });

  it('are drawn again alone where what is above looks the same', () => {
    // Shorter or longer by nothing, so that no other row has moved.
    assert.deepEqual(labels(show(plan).replace(rowsOf(plan.replace('- Rain', '- Snow')))), ['Rain']);
  });

  it('are all drawn again where one comes or goes at the top', () => {
    assert.equal(show(plan).replace(rowsOf(`${plan}\n## Dependencies\n\n- Sun\n`)), 'all');
  });

  it('are drawn again below the row in which one comes or goes', () => {
    const longer = plan.replace('- Rain\n', '- Rain\n- Snow\n');
    assert.deepEqual(labels(show(plan).replace(rowsOf(longer))), ['Risks']);
  });

  it('are told of as the objects that were handed out', () => {
    const rows = show(plan);
    const [group] = rows.childrenOf(undefined);
    const changed = rows.replace(rowsOf(plan.replace('[ ] a', '[x] a')));
    assert.ok(changed !== 'all' && changed[0] === group);
    assert.match(rows.current(group!).description, /^1\/2/);
    assert.deepEqual(
      rows.childrenOf(group).map(({ icon }) => icon),
      ['done', 'todo'],
    );
  });

  it('cost nothing below rows that nobody has opened', () => {
    let asked = 0;
    const counted = (nodes: readonly TreeNode[]): TreeNode[] =>
      nodes.map((node) => ({
        ...node,
        children: () => {
          asked++;
          return node.children();
        },
      }));
    const rows = show(plan, () => false);
    rows.replace(counted(rowsOf(plan)));
    assert.equal(asked, 0);
  });
});
