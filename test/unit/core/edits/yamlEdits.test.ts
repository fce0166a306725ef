import assert from 'node:assert/strict';
import type { Change } from '../../../../src/core/model/edit.js';
import type { Status } from '../../../../src/core/model/roadmap.js';
import { planWish } from '../../../../src/core/edits/planWish.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';
import { planEdits } from '../../../../src/core/edits/planEdits.js';
import { editedYaml, openYaml } from '../../../support/edit.js';

const tick = (task: string, value: Status = 'done'): Change => ({ kind: 'set', task, field: 'status', value });
const own = '$schema: roadmap.schema.json\n';

describe('Setting a status in YAML', () => {
  const cases: readonly (readonly [string, string, Status, string])[] = [
    [
      'replaces the word, and keeps comments and blanks beside it',
      'tasks:\n  - title: Locks\n    status:  todo   # since spring\n  - title: Cranes\n',
      'done',
      'tasks:\n  - title: Locks\n    status:  done   # since spring\n  - title: Cranes\n',
    ],
    [
      'keeps quotes',
      "tasks:\n  - title: 'Locks'\n    status: 'todo'\n",
      'done',
      "tasks:\n  - title: 'Locks'\n    status: 'done'\n",
    ],
    [
      'uses the word of the file',
      'tasks:\n  - title: Locks\n    status: open\n  - title: Cranes\n    status: shipped\n',
      'done',
      'tasks:\n  - title: Locks\n    status: shipped\n  - title: Cranes\n    status: shipped\n',
    ],
    [
      'writes a new word in the manner of the others',
      'tasks:\n  - title: Locks\n    status: NOT_STARTED\n  - title: Cranes\n    status: DONE\n',
      'doing',
      'tasks:\n  - title: Locks\n    status: IN_PROGRESS\n  - title: Cranes\n    status: DONE\n',
    ],
    [
      'turns a truth value',
      'tasks:\n  - title: Locks\n    done: false\n',
      'done',
      'tasks:\n  - title: Locks\n    done: true\n',
    ],
    [
      'fills an empty key',
      'tasks:\n  - title: Locks\n    status:\n    owner: ida\n  - title: Cranes\n    status: todo\n',
      'done',
      'tasks:\n  - title: Locks\n    status: done\n    owner: ida\n  - title: Cranes\n    status: todo\n',
    ],
    [
      'adds a key where others have it',
      'tasks:\n  - title: Locks\n    owner: ida\n  - title: Cranes\n    status: todo\n    owner: jon\n',
      'done',
      'tasks:\n  - title: Locks\n    status: done\n    owner: ida\n  - title: Cranes\n    status: todo\n    owner: jon\n',
    ],
    [
      'makes keys of a text',
      'tasks:\n  - Locks # of the canal\n  - Cranes\n',
      'done',
      'tasks:\n  - title: Locks\n    status: done # of the canal\n  - Cranes\n',
    ],
    [
      'keeps the mark of a text',
      'tasks:\n  - "[ ] Locks"\n  - "[x] Cranes"\n',
      'done',
      'tasks:\n  - "[x] Locks"\n  - "[x] Cranes"\n',
    ],
    [
      'goes between brackets',
      'tasks: [{ title: Locks, status: todo }, { title: Cranes }]\n',
      'done',
      'tasks: [{ title: Locks, status: done }, { title: Cranes }]\n',
    ],
    [
      'keeps line ends and what nobody has written',
      'tasks:\r\n  - title: Locks\r\n    status: todo  \r\n  - title: Caf\u00c3\u00a9',
      'done',
      'tasks:\r\n  - title: Locks\r\n    status: done  \r\n  - title: Caf\u00c3\u00a9',
    ],
  ];
  for (const [what, before, value, after] of cases) {
    it(what, () => assert.equal(editedYaml(before, tick('locks', value)), after));
  }

  it('leaves an anchor, and refuses what would change a second task', () => {
    const text = 'tasks:\n  - title: Locks\n    status: &now todo\n  - title: Cranes\n    note: *now\n';
    assert.equal(editedYaml(text, tick('locks')), text.replace('&now todo', '&now done'));
  });

  it('sets a task in JSON, and adds a key as it is laid out', () => {
    const text =
      '{\n\t"tasks": [\n\t\t{\n\t\t\t"title": "Locks"\n\t\t},\n\t\t{ "title": "Cranes", "status": "todo" }\n\t]\n}';
    assert.equal(
      editedYaml(text, tick('locks'), tick('cranes')),
      text.replace('"Locks"', '"Locks",\n\t\t\t"status": "done"').replace('"todo"', '"done"'),
    );
  });
});

describe('Setting other values in YAML', () => {
  const text = `${own}tasks:\n  - Locks\n  - title: Cranes\n    priority: low\n    tasks:\n      - Rails\n`;
  it('sets each by its key', () => {
    assert.equal(
      editedYaml(text, { kind: 'set', task: 'cranes', field: 'priority', value: 'high' }),
      text.replace('low', 'high'),
    );
    assert.equal(
      editedYaml(text, { kind: 'set', task: 'cranes', field: 'due', value: '2026-04-16' }),
      text.replace('low', 'low\n    due: 2026-04-16'),
    );
    assert.equal(
      editedYaml(text, { kind: 'set', task: 'rails', field: 'owner', value: '@ida' }),
      text.replace('- Rails', '- title: Rails\n        owner: "@ida"'),
    );
  });

  it('takes one away with its key', () => {
    assert.equal(
      editedYaml(text, { kind: 'set', task: 'cranes', field: 'priority', value: '' }),
      text.replace('    priority: low\n', ''),
    );
  });

  it('puts a title in quotes where it would be read as something else', () => {
    const title = (value: string): Change => ({ kind: 'set', task: 'locks', field: 'title', value });
    assert.equal(editedYaml(text, title('Gates: open')), text.replace('Locks', '"Gates: open"'));
    assert.equal(editedYaml(text, title('2.0')), text.replace('Locks', '"2.0"'));
    assert.equal(editedYaml(text, title('Say "when"#1')), text.replace('Locks', 'Say "when"#1'));
  });

  it('gives ids to all that lack one', () => {
    const result = planWish(openYaml(text), { kind: 'assignIds', prefix: 'HB' });
    assert.ok(result.ok);
    assert.equal(
      result.text,
      `${own}tasks:\n  - title: Locks\n    id: HB-1\n  - title: Cranes\n    priority: low\n    id: HB-2\n    tasks:\n      - title: Rails\n        id: HB-3\n`,
    );
  });
});

describe('Adding, moving and removing in YAML', () => {
  const text =
    'phases:\n  - name: Quay\n    tasks:\n      # The first\n      - title: Locks\n        status: done\n      - title: Cranes\n        status: todo\n  - name: Harbour\n    tasks:\n      - title: Moles\n        status: todo\n';

  it('adds a task as its neighbours are written', () => {
    assert.equal(
      editedYaml(text, { kind: 'add', title: 'Rails', place: { after: 'locks' } }),
      text.replace('status: done\n', 'status: done\n      - title: Rails\n        status: todo\n'),
    );
  });

  it('adds a subtask below a key', () => {
    assert.equal(
      editedYaml(text, { kind: 'add', title: 'Rails', place: { under: 'moles' } }),
      `${text}        tasks:\n          - title: Rails\n            status: todo\n`,
    );
    assert.equal(
      editedYaml('tasks: [Locks, Cranes]', { kind: 'add', title: 'Rails', place: { after: 'locks' } }),
      'tasks: [Locks, Rails, Cranes]',
    );
  });

  it('adds a task to a group before the groups in it', () => {
    const plan = `${own}groups:\n  - title: Quay\n    groups:\n      - title: Harbour\n        tasks:\n          - Moles\n`;
    assert.equal(
      editedYaml(plan, { kind: 'add', title: 'Rails', place: { into: 'quay' } }),
      plan.replace('Quay\n', 'Quay\n    tasks:\n      - Rails\n'),
    );
  });

  it('edits what is no valid YAML by its lines', () => {
    const broken = 'tasks:\n  - title: Locks: the gates\n    status: todo\n  - title: Cranes\n    status: todo\n';
    assert.equal(
      editedYaml(broken, tick('cranes')),
      broken.replace('Cranes\n    status: todo', 'Cranes\n    status: done'),
    );
  });

  it('moves a task with its comment', () => {
    const locks = '      # The first\n      - title: Locks\n        status: done\n';
    assert.equal(
      editedYaml(text, { kind: 'move', tasks: ['locks'], place: { after: 'moles' } }),
      text.replace(locks, '') + locks,
    );
  });

  it('removes a task, and leaves a list that is empty', () => {
    const plan = `${own}groups:\n  - title: Quay\n    tasks: # of spring\n      - Locks\n  - title: Harbour\n    tasks:\n      - Moles\n`;
    assert.equal(
      editedYaml(plan, { kind: 'remove', tasks: ['locks'] }),
      plan.replace('tasks: # of spring\n      - Locks\n', 'tasks: [] # of spring\n'),
    );
    assert.equal(
      editedYaml('{"tasks": ["Locks it", "Cranes it", "Moles it"]}', { kind: 'remove', tasks: ['moles-it'] }),
      '{"tasks": ["Locks it", "Cranes it"]}',
    );
  });

  it('can be taken back', () => {
    for (const change of [
      { kind: 'remove', tasks: ['locks'] },
      { kind: 'move', tasks: ['locks'], place: { under: 'cranes' } },
    ] as const) {
      const result = planEdits(openYaml(text), [change]);
      assert.ok(result.ok, JSON.stringify(result));
      assert.equal(applyEdits(result.text, result.inverse), text);
    }
  });

  it('writes garbled characters as they were meant', () => {
    assert.equal(
      editedYaml('tasks:\r\n  - Mend the locks \u00e2\u20ac\u201c today\r\n  - Mend the quay\r\n', { kind: 'repair' }),
      'tasks:\r\n  - Mend the locks – today\r\n  - Mend the quay\r\n',
    );
  });
});

describe('Marking a YAML roadmap as reviewed', () => {
  const review: Change = { kind: 'review', date: '2026-11-26' };

  it('writes the date in place of the old one, in its quotes and its manner', () => {
    for (const [before, after] of [
      ['2024-01-15 # by Ida', '2026-11-26 # by Ida'],
      ['"January 15, 2024"', '"November 26, 2026"'],
    ] as const) {
      const text = (date: string) => `${own}tasks:\n  - title: Locks\nreview:\n  lastUpdated: ${date}\n`;
      assert.equal(editedYaml(text(before), review), text(after));
    }
  });

  it('adds it at the end', () => {
    assert.equal(
      editedYaml(`${own}tasks:\n  - title: Locks\n`, review),
      `${own}tasks:\n  - title: Locks\nreview:\n  lastUpdated: 2026-11-26\n`,
    );
  });
});
