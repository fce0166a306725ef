import assert from 'node:assert/strict';
import type { Change, PlannedEdit, Wish } from '../../src/core/model/edit.js';
import { tasksOf, type Group, type Roadmap, type Task } from '../../src/core/model/roadmap.js';
import type { EditedDocument } from '../../src/core/edits/planEdit.js';
import { applyEdits } from '../../src/core/text/textEdits.js';

/** Holds what is promised of an edit, by means of its own. */
export function checkEdit(
  document: EditedDocument,
  change: Change,
  { edits, inverse, text }: PlannedEdit,
  real: boolean,
): void {
  checkText(document, { edits, inverse, text });
  const { value } = document.read(text, document.options);
  // In a text made at random an item may be all that parts two lists.
  if (real && gaps(document.text, document.roadmap) === 0)
    assert.equal(gaps(text, value), 0, 'numbers follow each other');
  const before = factsOf(document.roadmap);
  const after = factsOf(value);
  switch (change.kind) {
    case 'set': {
      const task = [...tasksOf(document.roadmap)].findIndex(({ id }) => id === change.task);
      assert.equal(after.length, before.length, 'no task comes or goes');
      const read = [...tasksOf(value)][task]!;
      assert.equal(valueOf(read, change.field), shown(change), 'the value is the one that was set');
      before.forEach((facts, index) => {
        const changed = Object.keys(facts).filter((key) => facts[key] !== after[index]![key]);
        const allowed = index === task ? [change.field] : [];
        assert.deepEqual(
          changed.filter((key) => !allowed.includes(key as never)),
          [],
          `nothing else changes in task ${index}`,
        );
      });
      const owned = [...tasksOf(document.roadmap)][task]!.span;
      for (const { span } of edits)
        assert.ok(
          span.start >= lineStart(document.text, owned.start) && span.end <= owned.end + 2000,
          'edits stay in the task',
        );
      break;
    }
    case 'add':
      assert.equal(after.length, before.length + 1, 'one task comes');
      break;
    case 'remove':
      assert.ok(after.length < before.length, 'tasks go');
      break;
    case 'move':
      assert.deepEqual(
        after.map((facts) => JSON.stringify(facts)).sort(),
        before.map((facts) => JSON.stringify(facts)).sort(),
        'a move changes no facts',
      );
      break;
    case 'review':
      assert.deepEqual(after, before, 'no task changes');
      assert.ok(value.review?.lastUpdated, 'the date is there');
      break;
    default:
  }
}

/** Holds what is promised of a wish: no task is lost, and nothing but what is wished for changes in any. */
export function checkWish(document: EditedDocument, { kind }: Wish, planned: PlannedEdit): void {
  checkText(document, planned);
  const before = factsOf(document.roadmap);
  const after = factsOf(document.read(planned.text, document.options).value);
  const told = (facts: Record<string, unknown>[]) =>
    facts.map(({ id, ...rest }) => JSON.stringify(kind === 'assignIds' ? rest : { id, ...rest }));
  if (kind === 'archive') assert.deepEqual(told(after).sort(), told(before).sort(), 'archiving changes no facts');
  else {
    assert.deepEqual(told(after), told(before), 'ids change nothing else');
    const ids = after.flatMap(({ id }) => (typeof id === 'string' ? [id.toLowerCase()] : []));
    assert.equal(new Set(ids).size, ids.length, 'every id is there once');
    before.forEach(({ id }, index) => {
      if (id !== undefined) assert.equal(after[index]!['id'], id, 'ids that were there stay');
    });
  }
}

function checkText(document: EditedDocument, { edits, inverse, text }: PlannedEdit): void {
  assert.equal(applyEdits(document.text, edits), text, 'the edits lead to the text');
  assert.equal(applyEdits(text, inverse), document.text, 'the inverse edits lead back');
  const kinds = new Set(lineEnds(document.text));
  // Where lines end in several ways, two ends may meet.
  assert.deepEqual(
    kinds.size === 1 ? lineEnds(text).filter((kind) => !kinds.has(kind)) : [],
    [],
    'lines end as they do in the file',
  );
}

/** How often an item of an ordered list has a number that does not follow the one before it. */
function gaps(text: string, roadmap: Roadmap): number {
  let count = 0;
  const visit = (children: readonly (Group | Task)[]) => {
    let last: number | undefined;
    for (const child of children) {
      const marker = /^(\d{1,9})[.)]$/.exec(text.slice(child.markerSpan.start, child.markerSpan.end));
      const number = marker && child.kind === 'task' ? Number(marker[1]) : undefined;
      if (number !== undefined && last !== undefined && number !== last + 1) count++;
      last = number;
      visit(child.children);
    }
  };
  visit(roadmap.children);
  return count;
}

function lineEnds(text: string): string[] {
  return text.match(/\r\n|\r|\n/g) ?? [];
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** Own facts of every task, in document order. */
function factsOf(roadmap: Roadmap): Record<string, unknown>[] {
  return [...tasksOf(roadmap)].map((task) => ({
    title: task.title,
    status: task.statusSource === 'own' ? task.status : undefined,
    priority: task.priority?.value,
    effort: task.effort?.text,
    owner: task.owner?.value,
    due: task.due?.text,
    id: task.idSource === 'explicit' ? task.id : undefined,
  }));
}

function valueOf(task: Task, field: string): unknown {
  switch (field) {
    case 'status':
      return task.status;
    case 'priority':
      return task.priority?.value;
    case 'effort':
      return task.effort?.text;
    case 'owner':
      return task.owner?.value;
    case 'due':
      return task.due?.text;
    case 'id':
      return task.id;
    default:
      return task.title;
  }
}

function shown(change: Extract<Change, { kind: 'set' }>): unknown {
  if (change.value === '') return undefined;
  return change.field === 'owner' ? change.value.replace(/^@/, '') : change.value;
}
