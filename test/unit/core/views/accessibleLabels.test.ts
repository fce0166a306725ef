import assert from 'node:assert/strict';
import { buildTree } from '../../../../src/core/views/tree.js';
import type { TreeNode } from '../../../../src/core/views/treeNode.js';
import { dedent, fileOf } from '../../../support/check.js';
import { fixture } from '../../../support/golden.js';
import { allNodes, snapshotOf } from '../../../support/views.js';

/** One task of each status, alone and with all that a row can say; a title with what must not be taken for an icon. */
const everything = dedent(`
  # Plan
  ## Now ($(rocket) stage)
  **Priority:** Critical
  **Effort:** ~2-3 weeks
  - [ ] Write $(check) it ↑ down
  - [/] Read
  - ⛔ Wait
  - [x] Sell
  - [-] Fax
  - [ ] RM-7 Ship
    - Priority: Low
    - Owner: @ida
    - Effort: 1-2 days
    - [x] Pack
    - [ ] Post
  ## Next
  ### Week 1-2: Empty
  **Outcomes:**
  - Latency → 20 ms
  ## Success Metrics
  - ✅ Response time: < 200ms (p95)
  - Coverage: >= 80%
  - Happy people
  ## Risks
  - **Growth** - **Mitigation:** Archive at > 90 % · weekly
  ## Review
  **Frequency:** Monthly
`);

const sources: Record<string, readonly TreeNode[]> = {
  'rows of every kind': buildTree(snapshotOf([fileOf(everything)])),
  'the ledger': buildTree(snapshotOf([fileOf(fixture('ledger.md'))])),
  'the garbled ledger': buildTree(snapshotOf([fileOf(fixture('ledger-garbled.md'))])),
  'several roadmaps': buildTree(
    snapshotOf([fileOf(everything), fileOf(fixture('ledger.md'), 'docs/ROADMAP.md'), fileOf('', 'MILESTONES.md')]),
  ),
  'filtered rows': buildTree(snapshotOf([fileOf(everything)]), { statuses: ['todo', 'blocked'] }),
};

const statusWords = { todo: 'to do', doing: 'in progress', blocked: 'blocked', done: 'done', cancelled: 'cancelled' };

/** What a row says beside its own title, which is the person's. */
const rest = ({ accessibleLabel, label }: TreeNode) => accessibleLabel.replace(label, '');

describe('What a screen reader says for a row', () => {
  for (const [name, roots] of Object.entries(sources)) {
    const nodes = allNodes(roots);
    const each = (check: (node: TreeNode) => boolean) => {
      const wrong = nodes.filter((node) => !check(node));
      assert.deepEqual(
        wrong.map(({ kind, label, accessibleLabel }) => `${kind} "${label}": "${accessibleLabel}"`),
        [],
      );
    };

    describe(`in ${name}`, () => {
      it('names it', () => {
        assert.ok(nodes.length > 3);
        each(({ accessibleLabel, label }) => label.trim() !== '' && accessibleLabel.includes(label));
      });

      it('says the status of every task and group in words', () =>
        each((node) => {
          if (node.kind !== 'task' && node.kind !== 'group') return true;
          return rest(node)
            .split(', ')
            .includes(statusWords[node.icon as keyof typeof statusWords]);
        }));

      it('says why a row stands out', () =>
        each((node) => !node.urgent || /(?:high|critical) priority/.test(rest(node))));

      it('says every number and name of the description', () =>
        each(({ description, accessibleLabel }) =>
          // `64 %` of a horizon is the `7 of 11 done` beside it.
          (description.replace(/(?<=\d\/\d+) · \d+ %/, '').match(/[\p{L}\p{N}]+/gu) ?? []).every((word) =>
            accessibleLabel.includes(word),
          ),
        ));

      it('has neither icons nor signs that are read oddly', () =>
        each((node) => !/\$\(|[↑↓⇈→·•○◐●⊘✕✓✔✅❌≥≤<>~]|\d–|\d\/\d/u.test(rest(node))));
    });
  }

  it('differs where the status differs, and nothing else', () => {
    const marks = { todo: '[ ]', doing: '[/]', blocked: '⛔', done: '[x]', cancelled: '[-]' };
    const said = Object.values(marks).flatMap((mark) =>
      allNodes(buildTree(snapshotOf([fileOf(`# P\n## Now\n- ${mark} a\n`)]))).map(
        ({ accessibleLabel }) => accessibleLabel,
      ),
    );
    assert.equal(new Set(said).size, said.length, said.join('\n'));
  });
});
