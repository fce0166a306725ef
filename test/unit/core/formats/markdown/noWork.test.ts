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

describe('What tells work from what explains it', () => {
  it('is a name that recurs: a field, and the heading above is the task', () => {
    const entry = (title: string) => `### ${title}\n- **Reason:** slow\n- **Remedy:** a cache\n\n`;
    const text = `# Plan\n## Later\n${entry('1. Tides')}${entry('2. Moorings')}${entry('3. Pilots')}`;
    assert.deepEqual(titles(text), ['1. Tides', '2. Moorings', '3. Pilots']);
    const area = (title: string) => `## ${title}\n- **Backend:** a cache\n- **Frontend:** a map\n\n`;
    assert.equal(titles(`# Plan\n${area('Phase 1')}${area('Phase 2')}${area('Phase 3')}`).length, 6);
  });

  it('is a bare label in a list, which announces the tasks below it', () => {
    assert.deepEqual(
      titles('# Plan\n## Phase 1\n- **Goal:** calm\n- **Tasks:**\n  - Build the lock\n  - Fill the basin\n'),
      ['Build the lock', 'Fill the basin'],
    );
  });

  it('is a table that repeats the headings, or compares', () => {
    const plan = '# Plan\n## Phase 1: Locks\n- Build the lock\n\n## Phase 2: Cranes\n- Mend the crane\n\n';
    assert.deepEqual(
      titles(
        `${plan}## Overview of time\n| Week | Phase | Deliverables |\n|--|--|--|\n| 1 | Locks | lock |\n| 2 | Cranes | crane |\n`,
      ),
      ['Build the lock', 'Mend the crane'],
    );
    assert.deepEqual(
      titles(`${plan}## Ports\n| Feature | Ours | Theirs |\n|--|--|--|\n| Pilots | Yes | No |\n| Tugs | No | Yes |\n`),
      ['Build the lock', 'Mend the crane'],
    );
  });

  it('is the sentence above a list, where it states conditions or where other lists are the plan', () => {
    assert.deepEqual(
      titles(
        '# Plan\n## Phase 1\nOpen the port only when all of these are true:\n- water is calm\n- lamps are lit\n\n## Phase 2\n- Mend the crane\n',
      ),
      ['Mend the crane'],
    );
    assert.deepEqual(
      titles(
        '# Plan\n## Quay\n- New bollards\n- A second crane\n- More lamps\n\n## Harbour\nShips of this kind call here:\n- ferries\n- tugs\n',
      ),
      ['New bollards', 'A second crane', 'More lamps'],
    );
    assert.deepEqual(titles('# Plan\n## Quay\nHere is what we want:\n- New bollards\n- A second crane\n'), [
      'New bollards',
      'A second crane',
    ]);
  });

  it('is a long label with a colon, unless boxes or verbs stand below it', () => {
    const label = (items: string) =>
      titles(`# Plan\n## Phase 1\n- Build the lock\n\n**Ships the harbour welcomes:**\n${items}`);
    assert.deepEqual(label('- ferries\n- tugs\n'), ['Build the lock']);
    assert.deepEqual(label('- [ ] ferries\n- [ ] tugs\n'), ['Build the lock', 'ferries', 'tugs']);
  });

  it('is what other labels beside it say, where emoji tick what is named', () => {
    assert.deepEqual(titles('# Plan\n## Phase 1\n**Tasks:**\n- Build the lock\n\n**Water:**\n- ✅ calm\n- ✅ deep\n'), [
      'Build the lock',
    ]);
  });

  it('is the state above: a heading that is no phase is one thing there', () => {
    assert.deepEqual(
      titles('# Plan\n## In progress\n### Second lock\nA lock for ferries.\n\n**Place:**\n- west of the mole\n'),
      ['Second lock'],
    );
  });

  it('reads check boxes below a bold name in a task, and two facts on one line', () => {
    assert.deepEqual(titles('# Plan\n- [ ] Lock\n  - **Build the gate:**\n    - [ ] Hinges\n    - [ ] Paint\n'), [
      'Lock',
      'Build the gate:',
      'Hinges',
      'Paint',
    ]);
    assert.equal(
      [...groupsOf(read('# Plan\n## Phase 1: Locks\n**Begun**: May | **Status**: Complete\n- Build\n'))][0]?.group
        .ownStatus?.value,
      'done',
    );
  });

  it('reads what comes next as work that is not done', () => {
    const plan = read(
      '# Plan\n## Phase 1 ✅\n- Build the lock\n\n**Next steps:**\n- Add a second gate\n- Improve the lamps\n',
    );
    assert.deepEqual(
      [...tasksOf(plan)].map(({ title, status }) => [title, status]),
      [
        ['Build the lock', 'done'],
        ['Add a second gate', 'todo'],
        ['Improve the lamps', 'todo'],
      ],
    );
  });

  it('takes letters in brackets for no check box', () => {
    assert.deepEqual(
      [...tasksOf(read('# Plan\n- [UI] Spinner\n- [QA] Smoke tests\n'))].map(({ title }) => title),
      ['[UI] Spinner', '[QA] Smoke tests'],
    );
  });
});
