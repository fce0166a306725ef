import assert from 'node:assert/strict';
import { parsePriority } from '../../../../src/core/values/priority.js';
import { parseStatus, statusAt, statusBefore } from '../../../../src/core/values/status.js';
import { checkPlaces, checkTable } from '../../../support/values.js';

describe('The value of a priority field', () => {
  checkTable(
    {
      '🔴 High': 'high',
      '🟡 Medium': 'medium',
      '🟢 Low': 'low',
      Critical: 'critical',
      P0: 'critical',
      p1: 'high',
      P2: 'medium',
      P4: 'low',
      '🔴 Critical': 'critical',
      'Must have': 'high',
      'nice to have': 'low',
      '⏫': 'high',
      '🔺': 'critical',
      '🟢': 'low',
      Highest: 'critical',
      Highway: undefined,
      P12: undefined,
      '': undefined,
      '⭐': undefined,
    },
    parsePriority,
  );
});

describe('The value of a status field', () => {
  checkTable(
    {
      Done: 'done',
      '✅ Complete': 'done',
      'In progress (3/5)': 'doing',
      '🚧 WIP': 'doing',
      'On hold - vendor': 'blocked',
      "Won't fix": 'cancelled',
      'Not started': 'todo',
      '✅': 'done',
      Planned: 'todo',
      '': undefined,
      'see below': undefined,
      Doneness: undefined,
    },
    (text) => parseStatus(text),
  );
});

describe('A status mark', () => {
  it('takes its variation selector and brackets along', () => {
    assert.deepEqual(statusAt('✔️ Write', 0), { status: 'done', start: 0, end: 2 });
    assert.deepEqual(statusBefore('Write (in progress)', 19), { status: 'doing', start: 6, end: 19 });
  });

  checkPlaces(['✅', '🚧', '️', '(done)', '[wip]', ' '], (text) => statusAt(text, 0));
  checkPlaces(['✅', '🚧', '️', '(done)', '[wip]', ' '], (text) => statusBefore(text, text.length));
});
