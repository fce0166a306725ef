import assert from 'node:assert/strict';
import { groupsOf, tasksOf } from '../../../../../src/core/model/roadmap.js';
import { read } from '../../../../support/check.js';

const titles = (text: string) => [...tasksOf(read(text))].map(({ title }) => title);
const boxes =
  '## Quay\n- [ ] Paint the bollards\n- [ ] Mend the crane\n- [ ] Chart the shoals\n- [ ] Light the pier\n- [ ] Dredge\n';
const work = ['Paint the bollards', 'Mend the crane', 'Chart the shoals', 'Light the pier', 'Dredge'];

describe('What is listed but is no work', () => {
  it('is what a bare label announces in a list', () => {
    assert.deepEqual(titles('# Plan\n- Build the lock\n- **Files:**\n  - lock.ts\n- Fill the basin\n'), [
      'Build the lock',
      'Fill the basin',
    ]);
  });

  it('is a list of facts by names that describe', () => {
    assert.deepEqual(
      titles('# Plan\n## Phase 1\n- **Goal:** calm water\n- **Approach:** a longer mole\n- **Scope:** the west side\n'),
      [],
    );
  });

  it('is a list of paths or identifiers, where other lists say what is to be done', () => {
    assert.deepEqual(
      titles(`# Plan\n${boxes}\n## Phase 2\n- \`src/lock.ts\` holds the gates\n- \`src/crane.ts\` lifts\n`),
      work,
    );
    assert.deepEqual(titles('# Plan\n- `lock`: gates\n- `crane`: lifting\n'), ['lock: gates', 'crane: lifting']);
  });

  it('is what describes beside tasks, below a name with a colon', () => {
    const text =
      '# Plan\n## Phase 1\n**Tasks:**\n- [ ] Build the lock\n\n**Water levels:**\n- low in summer\n- high in spring\n';
    assert.deepEqual(titles(text), ['Build the lock']);
    assert.deepEqual(titles(`${text}\n**Second gate:**\n- Design the hinges\n- Test the gate\n`), [
      'Build the lock',
      'Design the hinges',
      'Test the gate',
    ]);
  });

  it('is what counts in thousands or takes a time', () => {
    assert.deepEqual(titles('# Plan\n- 714,286 tonnes\n- 12ms a crossing\n- 1.4μs a signal\n'), []);
  });

  it('is a heading that says where the whole stands', () => {
    assert.deepEqual(titles('# Plan\n## Project status: ✅ on course\nAll well.\n\n## Quay\n- [ ] Dredge\n'), [
      'Dredge',
    ]);
  });
});

describe('The status of a section', () => {
  const status = (text: string) => [...groupsOf(read(text))].map(({ group: { ownStatus } }) => ownStatus?.value);

  it('is a mark before the bracket that ends its heading', () => {
    assert.deepEqual(status('# Plan\n## Phase 1: Locks ✅ (Weeks 1-4)\n- Build\n'), ['done']);
  });

  it('is that of a name with its participle behind', () => {
    assert.deepEqual(status('# Plan\n## Features implemented\n- Locks\n'), ['done']);
  });

  it('is not what a rule sets apart at the end of the document', () => {
    assert.deepEqual(status('# Plan\n## Phase 1\n- Build\n\n---\n**Status:** done\n'), [undefined]);
    assert.deepEqual(status('# Plan\n## Phase 1\n---\n**Status:** done\n- Build\n'), ['done']);
  });
});
