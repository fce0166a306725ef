import assert from 'node:assert/strict';
import type { Change } from '../../../../src/core/model/edit.js';
import { tasksOf, type Status } from '../../../../src/core/model/roadmap.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';
import { edited, openMarkdown, plan } from '../../../support/edit.js';

const tick = (task: string, value: Status = 'done'): Change => ({ kind: 'set', task, field: 'status', value });

describe('Setting a status', () => {
  const cases: readonly (readonly [string, string, Status, string])[] = [
    ['ticks a box', '- [ ] Locks\n- [ ] Cranes\n', 'done', '- [x] Locks\n- [ ] Cranes\n'],
    ['uses the letter of the file', '- [ ] Locks\n- [X] Cranes\n', 'done', '- [X] Locks\n- [X] Cranes\n'],
    [
      'uses the mark of the file for what is begun',
      '- [ ] Locks\n- [~] Cranes\n',
      'doing',
      '- [~] Locks\n- [~] Cranes\n',
    ],
    [
      'takes a tick away, and the mark beside it',
      '- [x] Locks ✅\n- [ ] Cranes\n',
      'todo',
      '- [ ] Locks\n- [ ] Cranes\n',
    ],
    ['replaces an emoji', '- ✅ Cranes\n- 🚧 Locks\n', 'done', '- ✅ Cranes\n- ✅ Locks\n'],
    [
      'replaces a word as it is written',
      '- Locks (in progress)\n- Cranes (done)\n',
      'done',
      '- Locks (done)\n- Cranes (done)\n',
    ],
    [
      'writes a word of the language',
      '- Locks — geplant\n- Cranes — erledigt\n',
      'done',
      '- Locks — erledigt\n- Cranes — erledigt\n',
    ],
    [
      'gives a task of a plain list an emoji, since a box would make details of the others',
      '- Locks\n- Cranes\n',
      'done',
      '- ✅ Locks\n- Cranes\n',
    ],
  ];
  for (const [what, before, value, after] of cases) {
    it(what, () => {
      const text = `# Plan\n\n${before}`;
      assert.equal(edited(text, tick('locks', value)), `# Plan\n\n${after}`);
    });
  }

  it('changes the cell of a table, which keeps its width', () => {
    const table = (cell: string) => `# Plan\n\n| Task | Status |\n|---|---|\n| Locks | ${cell} |\n| Cranes | Done |\n`;
    assert.equal(edited(table('Planned'), tick('locks')), table('Done'));
    assert.equal(edited(table('       '), tick('locks')), table('Done   '));
  });

  it('keeps line ends, blanks and garbled characters elsewhere', () => {
    const text = '# Plan\r\n\r\n- [ ] Locks  \r\n- [ ] Caf\u00c3\u00a9 \u00e2\u20ac\u201c quay\r\n';
    assert.equal(edited(text, tick('locks')), text.replace('[ ] Locks', '[x] Locks'));
  });

  it('says so where it holds already, and where there is no such task', () => {
    assert.match(edited('- [x] Locks\n', tick('locks')), /^refused: "Locks" says so already/);
    assert.match(edited('- [x] Locks\n', tick('moles')), /^refused: No task is called moles/);
  });

  it('can be taken back', () => {
    const text = '# Plan\n\n- [ ] Locks ✅ (2026)\n- Cranes\n';
    const result = plan(text, tick('locks', 'doing'));
    assert.ok(result.ok);
    assert.equal(applyEdits(text, result.edits), result.text);
    assert.equal(applyEdits(result.text, result.inverse), text);
  });

  it('sets several tasks at once, or none', () => {
    const text = '# Plan\n\n- [ ] Locks\n- [ ] Cranes\n- [ ] Moles\n';
    assert.equal(edited(text, tick('locks'), tick('moles')), '# Plan\n\n- [x] Locks\n- [ ] Cranes\n- [x] Moles\n');
    assert.match(edited(text, tick('locks'), tick('nothing')), /^refused/);
  });
});

describe('Setting other values', () => {
  it('replaces a priority as the file writes it', () => {
    const text = '# Plan\n\n- Locks\n  - **Priority:** 🔴 High\n- Cranes\n  - **Priority:** 🟢 Low\n';
    assert.equal(
      edited(text, { kind: 'set', task: 'cranes', field: 'priority', value: 'high' }),
      text.replace('🟢 Low', '🔴 High'),
    );
  });

  it('states it as another task does where there is none yet', () => {
    const text = '# Plan\n\n- Locks\n  - _Priority_: High\n- Cranes\n';
    assert.equal(
      edited(text, { kind: 'set', task: 'cranes', field: 'priority', value: 'low' }),
      `${text}  - _Priority_: Low\n`,
    );
  });

  it('gives a title without making markup of it', () => {
    const text = '# Plan\n\n- [ ] **Locks** for boats\n';
    const change: Change = { kind: 'set', task: 'locks-for-boats', field: 'title', value: 'Use `a*b` and [c]' };
    const result = plan(text, change);
    assert.ok(result.ok, JSON.stringify(result));
    assert.equal([...tasksOf(openMarkdown(result.text).roadmap)][0]?.title, change.value);
    assert.equal(
      edited('# Plan\n\n- [ ] Locks\n', { kind: 'set', task: 'locks', field: 'title', value: '*it*' }),
      '# Plan\n\n- [ ] \\*it\\*\n',
    );
  });

  it('gives an id as others of the file have theirs', () => {
    const text = '# Plan\n\n- [ ] **HB-1**: Locks\n- [ ] **HB-2**: Cranes\n- [ ] Moles\n';
    assert.equal(
      edited(text, { kind: 'set', task: 'moles', field: 'id', value: 'HB-3' }),
      text.replace('Moles', '**HB-3**: Moles'),
    );
    assert.match(edited(text, { kind: 'set', task: 'moles', field: 'id', value: 'hb-2' }), /that of "Cranes"/);
  });

  it('refuses an effort that nobody could read', () => {
    assert.match(
      edited('- Locks\n', { kind: 'set', task: 'locks', field: 'effort', value: 'XL' }),
      /no amount of work/,
    );
  });
});

describe('Changing the order', () => {
  const list = '# Plan\n\n## Now\n\n1. Locks\n2. Cranes\n   - Hook\n3. Moles\n\n## Later\n\n- Piers\n';

  it('adds a task as its neighbours are, and numbers the rest anew', () => {
    assert.equal(
      edited(list, { kind: 'add', title: 'Lamps', place: { after: 'locks' } }),
      list.replace('2. Cranes', '2. Lamps\n3. Cranes').replace('3. Moles', '4. Moles'),
    );
  });

  it('removes a task with what stands below it', () => {
    assert.equal(
      edited(list, { kind: 'remove', tasks: ['cranes'] }),
      list.replace('2. Cranes\n   - Hook\n3. Moles', '2. Moles'),
    );
  });

  it('moves a task with what stands below it, in the form of its new place', () => {
    assert.equal(
      edited(list, { kind: 'move', tasks: ['cranes'], place: { into: 'later' } }),
      '# Plan\n\n## Now\n\n1. Locks\n2. Moles\n\n## Later\n\n- Piers\n- Cranes\n  - Hook\n',
    );
  });

  it('moves nothing below itself', () => {
    assert.match(edited(list, { kind: 'move', tasks: ['cranes'], place: { after: 'hook' } }), /behind or below itself/);
  });

  it('adds a subtask, and a row to a table', () => {
    assert.equal(
      edited('# Plan\n\n- [ ] Locks\n', { kind: 'add', title: 'Gates', place: { under: 'locks' } }),
      '# Plan\n\n- [ ] Locks\n  - [ ] Gates\n',
    );
    assert.equal(
      edited('# Plan\n\n| Task | Owner |\n|--|--|\n| Locks | Ada |\n', {
        kind: 'add',
        title: 'Gates',
        place: { after: 'locks' },
      }),
      '# Plan\n\n| Task | Owner |\n|--|--|\n| Locks | Ada |\n| Gates |     |\n',
    );
  });
});

describe('Repairing', () => {
  it('writes garbled characters as they were meant, and nothing else', () => {
    assert.equal(edited('# Plan\r\n- \u00e2\u0153\u2026 Locks\r\n', { kind: 'repair' }), '# Plan\r\n- ✅ Locks\r\n');
    assert.match(edited('# Plan\n- ✅ Locks\n', { kind: 'repair' }), /^refused/);
  });
});

describe('Setting and clearing a value', () => {
  const due = (value: string): Change => ({ kind: 'set', task: 'locks', field: 'due', value });
  const cases: readonly (readonly [string, string, Change, string])[] = [
    [
      'writes a due date as other tasks have it',
      '- [ ] Locks\n- [ ] Cranes (due: 2027-01-01)\n',
      due('2027-03-31'),
      '- [ ] Locks (due: 2027-03-31)\n- [ ] Cranes (due: 2027-01-01)\n',
    ],
    [
      'writes it with the calendar of the file',
      '- [ ] Locks\n- [ ] Cranes 📅 2027-01-01\n',
      due('2027-03-31'),
      '- [ ] Locks 📅 2027-03-31\n- [ ] Cranes 📅 2027-01-01\n',
    ],
    [
      'puts it on a line of its own where the file says nothing of it',
      '- [ ] Locks\n- [ ] Cranes\n',
      due('end of March 2027'),
      '- [ ] Locks\n  - **Due:** end of March 2027\n- [ ] Cranes\n',
    ],
    [
      'replaces it',
      '- [ ] Locks 📅 2027-01-01\n- [ ] Cranes\n',
      due('2027-03-31'),
      '- [ ] Locks 📅 2027-03-31\n- [ ] Cranes\n',
    ],
    [
      'takes it away with its mark',
      '- [ ] Locks 📅 2027-01-01\n- [ ] Cranes\n',
      due(''),
      '- [ ] Locks\n- [ ] Cranes\n',
    ],
    [
      'takes it away with its bracket',
      '- [ ] Locks (due: 2027-01-01)\n- [ ] Cranes\n',
      due(''),
      '- [ ] Locks\n- [ ] Cranes\n',
    ],
    [
      'takes a value away with its line',
      '- [ ] Locks\n  - **Owner:** Ada\n- [ ] Cranes\n',
      { kind: 'set', task: 'locks', field: 'owner', value: '' },
      '- [ ] Locks\n- [ ] Cranes\n',
    ],
    [
      'empties a cell, which keeps its width',
      '| Task | Owner |\n|---|---|\n| Locks | Ada |\n| Cranes | Jo |\n',
      { kind: 'set', task: 'locks', field: 'owner', value: '' },
      '| Task | Owner |\n|---|---|\n| Locks |     |\n| Cranes | Jo |\n',
    ],
  ];
  for (const [what, before, change, after] of cases) {
    it(what, () => {
      assert.equal(edited(`# Plan\n\n${before}`, change), `# Plan\n\n${after}`);
    });
  }

  it('refuses what is no date, and does nothing where there is no value to take away', () => {
    const text = '# Plan\n\n- [ ] Locks\n';
    assert.match(edited(text, due('soonish')), /"soonish" is no date/);
    const result = plan(text, due(''));
    assert.ok(!result.ok && result.code === 'unchanged');
  });
});

describe('Lines that are added', () => {
  it('end as the others do', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      const text = ['# Plan', '', '- [ ] Locks', '- [ ] Cranes', '', '## Later', '', 'Soon.', ''].join(end);
      const add: Change = { kind: 'add', title: 'Tugs', place: { after: 'locks' } };
      assert.equal(edited(text, add), text.replace('- [ ] Cranes', `- [ ] Tugs${end}- [ ] Cranes`));
    }
  });
});

describe('Numbers of an ordered list', () => {
  const list = '# Plan\n\n1. [ ] Locks\n2. [ ] Cranes\n3. [ ] Tugs\n4. [ ] Rails\n';
  const move = (...tasks: string[]) => ({
    before: (after: string) => edited(list, { kind: 'move', tasks, place: { after } }),
  });

  it('follow each other when an item goes down, and when it goes up', () => {
    assert.equal(move('locks').before('tugs'), '# Plan\n\n1. [ ] Cranes\n2. [ ] Tugs\n3. [ ] Locks\n4. [ ] Rails\n');
    assert.equal(move('rails').before('locks'), '# Plan\n\n1. [ ] Locks\n2. [ ] Rails\n3. [ ] Cranes\n4. [ ] Tugs\n');
  });

  it('follow each other when several are moved', () => {
    assert.equal(
      move('locks', 'cranes').before('rails'),
      '# Plan\n\n1. [ ] Tugs\n2. [ ] Rails\n3. [ ] Locks\n4. [ ] Cranes\n',
    );
  });
});
