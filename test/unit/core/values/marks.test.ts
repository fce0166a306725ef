import assert from 'node:assert/strict';
import { parsePriority } from '../../../../src/core/values/priority.js';
import { parseStatus, statusAt, statusBefore, statusOfWord } from '../../../../src/core/values/status.js';
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
      Hoch: 'high',
      Élevée: 'high',
      '优先级：高': 'high',
      Низкий: 'low',
      보통: 'medium',
      緊急: 'critical',
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
      'Complete for the first part': 'done',
      'Completed in v1.2': 'done',
      'Not done': 'todo',
      'not yet started': 'todo',
      'Mostly done': 'doing',
      'Almost complete, docs left': 'doing',
      'Partially complete': 'doing',
      Testing: 'doing',
      'Testing on devices': undefined,
      Fixed: 'done',
      'n/a': 'cancelled',
      Deferred: 'todo',
      in_progress: 'doing',
      '[/]': 'doing',
      '[x]': 'done',
      '60 %': 'doing',
      '100%': 'done',
      '0 %': 'todo',
      '2/5': 'doing',
      '5/5 done': 'done',
      'Phase one ✅': 'done',
      'Available on request': undefined,
    },
    (text) => parseStatus(text),
  );
});

describe('A status in another language', () => {
  const said: Readonly<Record<string, string>> = {
    Erledigt: 'done',
    'In Arbeit': 'doing',
    Geplant: 'todo',
    Terminé: 'done',
    'En cours': 'doing',
    'À faire': 'todo',
    Completado: 'done',
    'En progreso': 'doing',
    Pendiente: 'todo',
    Cancelado: 'cancelled',
    Concluído: 'done',
    'Em andamento': 'doing',
    'A fazer': 'todo',
    Completato: 'done',
    'In corso': 'doing',
    'Da fare': 'todo',
    Выполнено: 'done',
    'В работе': 'doing',
    Запланировано: 'todo',
    Виконано: 'done',
    'У процесі': 'doing',
    Заплановано: 'todo',
    已完成: 'done',
    进行中: 'doing',
    未开始: 'todo',
    已發佈: 'done',
    開發中: 'doing',
    計劃中: 'todo',
    完了: 'done',
    着手中: 'doing',
    未着手: 'todo',
    완료: 'done',
    '진행 중': 'doing',
    예정: 'todo',
    Voltooid: 'done',
    Bezig: 'doing',
    'Te doen': 'todo',
    Zrobione: 'done',
    'W trakcie': 'doing',
    Zaplanowane: 'todo',
    Tamamlandı: 'done',
  };
  checkTable(said, (text) => statusOfWord(text));
  checkTable(said, (text) => parseStatus(`${text} (2026)`));
});

describe('A status mark', () => {
  it('takes its variation selector and brackets along', () => {
    assert.deepEqual(statusAt('✔️ Write', 0), { status: 'done', start: 0, end: 2 });
    assert.deepEqual(statusBefore('Write (in progress)', 19), { status: 'doing', start: 6, end: 19 });
  });

  it('stands before a title in brackets, with a colon or in capitals', () => {
    for (const [text, end] of [
      ['[DONE] Write', 6],
      ['(done): Write', 7],
      ['Done: Write', 6],
      ['DONE Write', 4],
      ['Erledigt – Write', 11],
    ] as const) {
      assert.deepEqual(statusAt(text, 0), { status: 'done', start: 0, end }, text);
    }
  });

  it('stands behind it in a bracket with details, behind a dash or an emoji, or as a percentage', () => {
    for (const [text, status] of [
      ['Write (completed in v1.2)', 'done'],
      ['Write (done, 2026-03-01)', 'done'],
      ['Write (✅ 2026-03-01)', 'done'],
      ['Write (planned for Q3)', 'todo'],
      ['Write — done', 'done'],
      ['Write - In progress', 'doing'],
      ['Write ✅ Done', 'done'],
      ['Write (60 %)', 'doing'],
      ['Write [3/5]', 'doing'],
      ['Write (100% complete)', 'done'],
      ['Write – 40 %', 'doing'],
      ['Write（已完成）', 'done'],
    ] as const) {
      const found = statusBefore(text, text.length);
      assert.deepEqual([found?.status, text.slice(0, found?.start).trim()], [status, 'Write'], text);
    }
  });

  it('is no word that belongs to the title', () => {
    for (const text of [
      'Support (open source)',
      'Editor (beta)',
      'Chart (active users)',
      'Raise test coverage (80%)',
      'Rewrite (2/2)',
      'What is done',
      'Find open',
      'Reports-done',
      'Ship (new)',
    ]) {
      assert.equal(statusBefore(text, text.length), undefined, text);
    }
    for (const text of ['Open source', 'Done right', '[docs] Write', '(beta) Write', 'Note: write', 'TODO']) {
      assert.equal(statusAt(text, 0), undefined, text);
    }
  });

  checkPlaces(['✅', '🚧', '️', '(done)', '[wip]', ' '], (text) => statusAt(text, 0));
  checkPlaces(['✅', '🚧', '️', '(done)', '[wip]', ' '], (text) => statusBefore(text, text.length));
});
