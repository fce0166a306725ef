import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { slug } from '../../../../../src/core/references/taskId.js';
import { ids, onlyTask, problemsOf } from '../../../../support/check.js';

describe('The id a person wrote', () => {
  const forms: [string, string][] = [
    ['- RM-12: Write', 'RM-12'],
    ['- RM-12 Write', 'RM-12'],
    ['- RM-12 - Write', 'RM-12'],
    ['- RM-12. Write', 'RM-12'],
    ['- **RM-12**: Write', 'RM-12'],
    ['- **RM-12:** Write', 'RM-12'],
    ['- `RM-12` Write', 'RM-12'],
    ['- [ ] RM-12 Write', 'RM-12'],
    ['- [x] **RM-12** Write', 'RM-12'],
    ['- ✅ RM-12 Write', 'RM-12'],
    ['- RM-12 ✅ Write', 'RM-12'],
    ['- rm-12 Write', 'rm-12'],
    ['- RM-222.1 Write', 'RM-222.1'],
    ['- [RM-12] Write', 'RM-12'],
    ['- (RM-12) Write', 'RM-12'],
    ['- Write (RM-12)', 'RM-12'],
    ['- Write [RM-12]', 'RM-12'],
    ['- Write (RM-12) ✅', 'RM-12'],
    ['- Write ✅ (RM-12)', 'RM-12'],
    ['- Write {#smoke-tests}', 'smoke-tests'],
    ['- [ ] Write {#smoke-tests} (done)', 'smoke-tests'],
    ['- Write ^smoke-tests', 'smoke-tests'],
    ['- Write 🆔 dcf64c', 'dcf64c'],
    ['- Write <!-- id: smoke-tests -->', 'smoke-tests'],
    ['- [ ] Write <!--id:smoke.tests-->', 'smoke.tests'],
  ];
  for (const [text, id] of forms) {
    it(`"${text}" is ${id}`, () => {
      const task = onlyTask(`${text}\n`, { idPrefix: 'RM' });
      assert.deepEqual([task.id, task.idSource, task.title], [id, 'explicit', 'Write']);
    });
  }

  it('needs no setting where the file numbers its items', () => {
    assert.deepEqual(ids('- T001 Write\n- T002 Read\n'), ['T001', 'T002']);
    assert.deepEqual(ids('1. **BACK-7**: Write\n2. **BACK-8**: Read\n'), ['BACK-7', 'BACK-8']);
  });

  const words = [
    'UTF-8 everywhere',
    'P1 bugs',
    'Q1 report',
    'H2 planning',
    'V2 launch',
    'S3 upload',
    'E2E tests',
    'ES2022 target',
    'Write files as text (UTF-8)',
    '[ISO-8601] dates',
  ];
  for (const title of words) {
    it(`is not taken from "${title}"`, () => {
      const task = onlyTask(`- ${title}\n`);
      assert.deepEqual([task.title, task.idSource], [title, 'derived']);
    });
  }

  it('is not taken from priorities and quarters that number several items', () => {
    assert.deepEqual(ids('- P1 bugs\n- P2 bugs\n- Q1 report\n- Q2 report\n'), [
      'p1-bugs',
      'p2-bugs',
      'q1-report',
      'q2-report',
    ]);
  });

  it('stays the title of an item that is nothing else', () => {
    assert.equal(onlyTask('- [ ] RM-12\n', { idPrefix: 'RM' }).title, 'RM-12');
  });

  it('counts once, in any case; the second one is reported and told apart', () => {
    const text = '- RM-1 Write\n- rm-1 Read\n';
    assert.deepEqual(ids(text, { idPrefix: 'RM' }), ['RM-1', 'rm-1-2']);
    assert.deepEqual(problemsOf(text, { idPrefix: 'RM' }), ['duplicate-id: rm-1']);
  });

  it('is never given to a task that has none', () => {
    assert.deepEqual(ids('- Write\n- Read {#write}\n'), ['write-2', 'write']);
  });

  it('keeps its task where another duplicate would be numbered into it', () => {
    assert.deepEqual(ids('- a {#x}\n- b {#x}\n- c {#x-2}\n'), ['x', 'x-3', 'x-2']);
  });
});

describe('The id made from a title', () => {
  const slugs: [string, string][] = [
    ['Add E2E API tests', 'add-e2e-api-tests'],
    ["Don't block the port's feed", 'dont-block-the-ports-feed'],
    ['  CI/CD: fast & cheap!  ', 'ci-cd-fast-cheap'],
    ['Größe prüfen', 'größe-prüfen'],
    ['部署 自动化', '部署-自动化'],
    ['हिन्दी अनुवाद', 'हिन्दी-अनुवाद'],
    ['Ledger™ rollout', 'ledgertm-rollout'],
    ['Ship it ✔️ now', 'ship-it-now'],
  ];
  for (const [title, id] of slugs) it(`"${title}" is ${id}`, () => assert.equal(slug(title), id));

  it('is qualified by the phase where two tasks would have the same', () => {
    assert.deepEqual(
      ids(`
        # Plan
        ## Week 1: Search
        - Write tests
        - Index
        ## Week 2: Loans
        - Write tests
      `),
      ['search/write-tests', 'index', 'loans/write-tests'],
    );
  });

  it('is qualified by the task above where the phase is the same', () => {
    assert.deepEqual(ids('- Search\n  - Tests\n- Loans\n  - Tests\n'), [
      'search',
      'search/tests',
      'loans',
      'loans/tests',
    ]);
  });

  it('is numbered last, after every task that has the id to itself', () => {
    assert.deepEqual(ids('- Tests\n- Tests\n- Tests 2\n'), ['tests', 'tests-3', 'tests-2']);
  });

  it('has a name where the title has no letters', () => {
    assert.deepEqual(ids('- !!!\n- ???\n'), ['untitled', 'untitled-2']);
  });

  it('is unique, without capitals and well formed, whatever the titles', () => {
    const title = fc.oneof(
      fc.constantFrom('Write', 'write', 'Read', 'Write 2'),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const text = titles.map((one) => `- [ ] ${one.replace(/\s+/g, ' ')}`).join('\n');
        const all = ids(text).map((id) => id.toLowerCase());
        assert.equal(new Set(all).size, all.length);
        for (const id of titles.map(slug)) {
          assert.equal(id, id.toLowerCase());
          assert.doesNotMatch(id, /^-|-$|[\ud800-\udbff](?![\udc00-\udfff])/);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
