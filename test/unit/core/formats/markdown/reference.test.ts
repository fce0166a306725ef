import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../../src/core/formats/markdown/parseMarkdown.js';
import { countLeaves } from '../../../../../src/core/progress/counts.js';
import { statusJson } from '../../../../../src/core/views/statusJson.js';
import type { RoadmapJson } from '../../../../../src/core/views/statusSchema.js';
import { snapshotOf } from '../../../../support/views.js';
import { fileOf } from '../../../../support/check.js';
import { checkGolden, fixture } from '../../../../support/golden.js';

function jsonOf(name: string): RoadmapJson {
  return statusJson(snapshotOf([fileOf(fixture(name), name)])).roadmaps[0]!;
}

describe('A roadmap with every element', () => {
  it('is read as a whole: plan, registers and document facts', () => {
    checkGolden('ledger.json', `${JSON.stringify(jsonOf('ledger.md'), null, 2)}\n`);
  });

  it('has no problems', () => {
    assert.deepEqual(fileOf(fixture('ledger.md')).problems, []);
  });

  it('counts progress on its leaves, with the ones in progress apart', () => {
    const { todo, doing, done, total } = countLeaves(fileOf(fixture('ledger.md')).roadmap!);
    assert.deepEqual({ todo, doing, done, total }, { todo: 7, doing: 1, done: 2, total: 10 });
  });

  it('says the same where its characters were garbled, with one problem for all places', () => {
    const { path, problems, ...garbled } = jsonOf('ledger-garbled.md');
    const { path: _, problems: none, ...meant } = jsonOf('ledger.md');
    assert.deepEqual(garbled, meant);
    assert.equal(path, 'ledger-garbled.md');
    assert.deepEqual(
      [none.length, problems.map(({ code, line, places }) => ({ code, line, places }))],
      [0, [{ code: 'mojibake', line: 24, places: 15 }]],
    );
  });

  it('says that the opening is at fault where the garbled text was decoded by another encoding', () => {
    const { roadmap } = fileOf(fixture('ledger-garbled.md'));
    assert.ok(roadmap);
    const problems = problemsWith('windows1252');
    assert.match(problems, /^wrong-encoding: .*windows1252.*reopen it with UTF-8/);
  });
});

function problemsWith(encoding: string): string {
  return parseMarkdown(fixture('ledger-garbled.md'), { encoding })
    .problems.map(({ code, message }) => `${code}: ${message}`)
    .join('\n');
}
