import assert from 'node:assert/strict';
import { wantedUpdate, type UpdateInput } from '../../../../src/core/agents/changes.js';
import { revisionOf } from '../../../../src/core/agents/revision.js';
import { planEdits } from '../../../../src/core/edits/planEdits.js';
import { emptyConfig } from '../../../../src/core/model/config.js';
import { Refused } from '../../../../src/core/model/refused.js';
import { placedTasks } from '../../../../src/core/views/taskList.js';
import { openMarkdown } from '../../../support/edit.js';

const text = `# Harbour

## Now

- [ ] HB-1 Free
- [/] HB-2 Held @ada
- [/] HB-3 Held by nobody who is named
- [ ] HB-4 Half done
  - [x] HB-5 One half
  - [ ] HB-6 Other half
- [ ] HB-7 Half done, of somebody @ada
  - [x] HB-8 One half
  - [ ] HB-9 Other half
- [/] HB-10 Begun @ada
  - [ ] HB-11 Part
- [ ] HB-12 Above a held one
  - [/] HB-13 Held part @bob
`;

/** What becomes of the plan where a task is changed as it was read; else why not. */
function updated(task: string, input: Omit<UpdateInput, 'task' | 'revision'>): string {
  const document = openMarkdown(text);
  const placed = [...placedTasks(document.roadmap)].find((one) => one.task.id === task)!;
  try {
    const revision = revisionOf(placed.task, placed.path);
    const wanted = wantedUpdate(document, emptyConfig, task, { task, revision, ...input });
    const result = 'ok' in wanted ? wanted : planEdits(document, wanted);
    return result.ok ? result.text : result.message;
  } catch (error) {
    assert.ok(error instanceof Refused);
    return error.message;
  }
}

describe('A task that an agent takes', () => {
  it('is free with subtasks that are done, where it is nobody’s', () => {
    assert.match(updated('HB-4', { status: 'doing', owner: 'bob' }), /- \[\/\] HB-4 Half done\n.*bob\n/);
    assert.match(updated('HB-1', { status: 'doing', owner: 'bob' }), /- \[\/\] HB-1 Free\n.*bob\n/);
  });

  it('is held with subtasks, by its own mark or by what is done of somebody’s', () => {
    for (const task of ['HB-7', 'HB-10'])
      assert.match(updated(task, { status: 'doing', owner: 'bob' }), /is in progress by @ada/);
    assert.match(updated('HB-7', { status: 'doing', owner: 'ada' }), /- \[\/\] HB-7/);
  });

  it('is not taken from who holds it, in whatever way', () => {
    for (const input of [
      { owner: 'bob' },
      { owner: '' },
      { status: 'done' },
      { status: 'todo', owner: 'bob' },
      { status: 'doing' },
      { remove: true },
      { remove: true, owner: 'bob' },
    ]) {
      assert.match(updated('HB-2', input), /^"Held" is in progress by @ada: /, JSON.stringify(input));
      assert.doesNotMatch(updated('HB-2', { ...input, force: true }), /in progress by/, JSON.stringify(input));
    }
    assert.match(updated('HB-12', { remove: true }), /^"Held part" is in progress by @bob/);
  });

  it('is changed by who holds it, and in what takes nothing from them by everybody', () => {
    assert.match(updated('HB-2', { status: 'done', owner: '@Ada' }), /- \[x\] HB-2 Held @ada\n/);
    assert.doesNotMatch(updated('HB-2', { remove: true, owner: 'ada' }), /HB-2/);
    assert.match(updated('HB-2', { title: 'Kept' }), /HB-2 Kept @ada/);
    assert.match(updated('HB-2', { priority: 'high', after: 'HB-3' }), /HB-3.*\n- \[\/\] HB-2/);
  });

  it('may be ticked, not taken, where who holds it is not named', () => {
    assert.match(updated('HB-3', { status: 'done' }), /- \[x\] HB-3/);
    assert.match(updated('HB-3', { status: 'doing', owner: 'bob' }), /in progress by somebody who is not named/);
  });

  it('is removed or changed, not both', () => {
    assert.match(updated('HB-1', { remove: true, title: 'x' }), /do one of both/);
    assert.match(updated('HB-1', { remove: true, owner: 'bob' }), /do one of both/);
  });
});
