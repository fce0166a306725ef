import assert from 'node:assert/strict';
import type { Status } from '../../../../src/core/model/roadmap.js';
import { readDialect } from '../../../../src/core/values/dialect.js';
import { readLegend } from '../../../../src/core/values/legend.js';
import { dedent } from '../../../support/check.js';
import { checkGrowth } from '../../../support/growth.js';

/** The dialect of a text, why, and what its hyphen is. */
const said = (text: string, options = {}) => {
  const dialect = readDialect(text, options).dialect!;
  const hyphen = dialect.marks.find(({ mark }) => mark === '[-]')?.status;
  return [dialect.name, dialect.source, hyphen, ...dialect.evidence.map(({ text: why }) => why)];
};

describe('The dialect of check boxes', () => {
  it('is the common one where nothing speaks for another', () => {
    assert.deepEqual(said('- [ ] a\n- [x] b\n'), ['github', 'default', undefined]);
    assert.deepEqual(said('- [-] a\n'), ['github', 'default', 'cancelled']);
  });

  it('is none where there are no marks, and is not asked for where all agree about them', () => {
    assert.equal(readDialect('- a\n').dialect, undefined);
    assert.deepEqual(said('- [/] a 📅 2026-04-16\n'), ['github', 'default', undefined]);
  });

  it('is found by what only one tool writes, with its place', () => {
    const text = '- [-] a\n- [ ] b 📅 2026-04-16\n';
    assert.deepEqual(said(text), ['obsidian', 'detected', 'cancelled', '📅 2026-04-16']);
    const [why] = readDialect(text).dialect!.evidence;
    assert.equal(text.slice(why?.span.start, why?.span.end), '📅 2026-04-16');
    assert.deepEqual(said('- [-] a\n  - _Requirements: 1.1_\n'), [
      'kiro',
      'detected',
      'doing',
      '- _Requirements: 1.1_',
    ]);
  });

  it('is found by subtasks that are done in part, and by a mark of its own for work in progress', () => {
    assert.deepEqual(said('- [-] a\n  - [x] b\n  - [ ] c\n'), ['kiro', 'detected', 'doing', '[-]']);
    assert.deepEqual(said('- [-] a\n  - [ ] b\n- [x] c\n'), ['github', 'default', 'cancelled']);
    assert.deepEqual(said('- [-] a\n- [/] b\n'), ['obsidian', 'detected', 'cancelled', '[/]']);
  });

  it('is what the workspace says, and before it what the front matter says', () => {
    const text = '- [-] a\n';
    assert.deepEqual(said(text, { dialect: 'kiro' }), ['kiro', 'workspace', 'doing']);
    const matter = `---\ntitle: b\nroadmap-dialect: Obsidian\n---\n${text}`;
    assert.deepEqual(said(matter, { dialect: 'kiro' }), ['obsidian', 'file', 'cancelled', 'Obsidian']);
    assert.deepEqual(said(`a\n\nroadmap-dialect: obsidian\n${text}`), ['github', 'default', 'cancelled']);
  });

  it('reports a name that nobody knows', () => {
    const text = '---\nroadmap-dialect: "emacs"\n---\n- [ ] a\n';
    const { unknown } = readDialect(text);
    assert.equal(text.slice(unknown?.start, unknown?.end), 'emacs');
  });

  it('counts each mark; one that nobody knows has no status', () => {
    const { dialect } = readDialect('- [ ] a\n- [W] b\n- [w] c\n1. [>] d\n', {
      statusMarks: new Map<string, Status>([['[>]', 'doing']]),
    });
    assert.deepEqual(dialect?.marks, [
      { mark: '[ ]', count: 1, status: 'todo', from: 'common' },
      { mark: '[w]', count: 2, from: 'common' },
      { mark: '[>]', count: 1, status: 'doing', from: 'workspace' },
    ]);
  });
});

describe('The legend of a file', () => {
  const legend = (text: string) => Object.fromEntries(readLegend(dedent(text)));

  it('says what a mark means, in a list or a line', () => {
    assert.deepEqual(legend('**Legend:** 🟢 Done | 🟡 In progress | 🔴 Not started | 🎯 Planned\n'), {
      '🟢': 'done',
      '🟡': 'doing',
      '🔴': 'todo',
      '🎯': 'todo',
    });
    assert.deepEqual(legend('## Legend\n- `[>]` = in progress\n- [!]: blocked\n- [W] - Waiting\n- [x] Done\n'), {
      '[>]': 'doing',
      '[!]': 'blocked',
      '[w]': 'blocked',
    });
    assert.deepEqual(legend('凡例: ⏳ 進行中 / ❌ 未着手\n'), { '⏳': 'doing', '❌': 'todo' });
  });

  it('is what a file does again and again', () => {
    assert.deepEqual(legend('| a | ❌ Not started |\n| b | ❌ Not started |\n'), { '❌': 'todo' });
    assert.deepEqual(legend('**Status:** 🟢 Complete\n'), { '🟢': 'done' });
  });

  it('is not read from decoration, priorities and sentences', () => {
    for (const text of [
      '## 🚀 In progress\n',
      '- 🚀 Shipped\n',
      '- 🔴 High\n- 🔴 Critical\n- 🔴 Open\n',
      '- 🔴 Open the ports\n',
      '- ✅ Planned\n- ✅ Planned\n',
      '- [-] Done\n- [-] Open\n',
    ]) {
      assert.deepEqual(legend(text), {}, text);
    }
  });

  it('is found in time that grows with the length of the text alone', () => {
    checkGrowth((size) => 'Legend:\n🟢 done\n'.repeat(size), 5_000, readLegend);
    checkGrowth((size) => `${'Legend:\n'.repeat(size)}${'🟢 done\n'.repeat(size)}`, 5_000, readLegend);
  }).timeout(30_000);

  it('reaches a few lines behind its name', () => {
    const rows = (count: number) => `Legend:\n${'It says so.\n'.repeat(count)}- 🎯 done\n`;
    assert.deepEqual(legend(rows(3)), { '🎯': 'done' });
    assert.deepEqual(legend(rows(60)), {});
  });
});
