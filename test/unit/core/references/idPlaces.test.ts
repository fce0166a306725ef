import assert from 'node:assert/strict';
import { defaultTags } from '../../../../src/core/model/todo.js';
import {
  annotationBegun,
  idPlaceInComment,
  idPlaceInCommit,
  idPlaceInMarkdown,
  idPlaceInYaml,
} from '../../../../src/core/references/idPlaces.js';
import { todoTags } from '../../../../src/core/references/todos.js';
import { checkGrowth } from '../../../support/growth.js';

const tags = todoTags(defaultTags);

/** What is typed of an id at the end of each text; `-` where none is. */
function table(read: (before: string) => { readonly typed: string } | undefined, rows: Record<string, string>): void {
  for (const [before, expected] of Object.entries(rows))
    it(`${JSON.stringify(before)} → ${expected}`, () => assert.equal(read(before)?.typed ?? '-', expected));
}

describe('Places for ids in comments', () => {
  table((before) => idPlaceInComment(before, tags), {
    '// TODO(': '',
    '// TODO[': '',
    '// FIXME (RM': 'RM',
    '// TODO(RM-1, ada, RM-': 'RM-',
    '// @task ': '',
    '// @task RM-1, R': 'R',
    ' * @todo(add-t': 'add-t',
    'x(); // TODO: a // TODO(': '',
    '// TODO': '-',
    '// TODO: write (': '-',
    '// TODO(RM-1) ': '-',
    '// todo(': '-',
    '// @task': '-',
    '// see TODOs(': '-',
    'f(': '-',
  });

  it('say where the tag begins', () => assert.equal(idPlaceInComment('a(); // TODO(', tags)?.tag, 8));

  it('are where @task is being written', () => {
    for (const before of ['// @', ' * @ta', '# @task']) assert.equal(annotationBegun(before), before.indexOf('@'));
    for (const before of ['// ada@', '// @tasks', '// @ ', '// @@']) assert.equal(annotationBegun(before), undefined);
  });
});

describe('Places for ids in commit messages', () => {
  table((before) => idPlaceInCommit(before, false), {
    'Task:': '',
    'Task: RM': 'RM',
    'Refs: RM-1, ': '',
    'Fixes: RM-1,R': 'R',
    'Add tests, closes ': '',
    'Fixes RM-1, RM-': 'RM-',
    'Add tests (': '',
    '[RM': 'RM',
    'feat(': '-',
    'Add tests': '-',
    'Note: see ': '-',
  });

  it('are anywhere, where they are asked for', () => {
    assert.equal(idPlaceInCommit('Add RM', true)?.typed, 'RM');
    assert.equal(idPlaceInCommit('', true)?.typed, '');
    // VS Code asks while one types, too.
    assert.equal(idPlaceInCommit('Add', true), undefined);
    assert.equal(idPlaceInCommit('Add the', true), undefined);
    assert.equal(idPlaceInCommit('feat(par', true), undefined);
    assert.equal(idPlaceInCommit('Add rm-1', true)?.typed, 'rm-1');
    assert.equal(idPlaceInCommit('feat(', true)?.typed, '');
  });

  it('ask for a blank where a trailer has none yet', () => {
    assert.equal(idPlaceInCommit('Task:', false)?.blank, true);
    assert.equal(idPlaceInCommit('Task: ', false)?.blank, false);
  });
});

describe('Places for ids in roadmaps', () => {
  describe('in Markdown', () => {
    table((before) => idPlaceInMarkdown(before), {
      '- [ ] Print (depends on ': '',
      '- [ ] Print (depends on RL-3, R': 'R',
      '- [ ] Print (@ada, depends on RL-3, RL-4, ': '',
      '- [ ] Print — blocked by RM': 'RM',
      '- [ ] Print (after ': '',
      '  - Depends on: ': '',
      '**Depends on:** RM-1, ': '',
      '**Depends on**: RM': 'RM',
      '**Abhängig von:** ': '',
      '依赖：': '',
      '- [ ] Print (depends on RL-3 ': '-',
      '- [ ] Print (owner: ': '-',
      '- [ ] It depends on the weather and': '-',
      '- [ ] Print (': '-',
      '': '-',
    });

    it('in the column of a table', () => {
      assert.equal(idPlaceInMarkdown('| RM-1 | Print | RM', 'Depends on')?.typed, 'RM');
      assert.equal(idPlaceInMarkdown('| RM-1 | Print | RM-2, ', 'Dependencies')?.typed, '');
      assert.equal(idPlaceInMarkdown('| RM-1 | Print | RM', 'Title'), undefined);
    });
  });

  describe('in YAML and JSON', () => {
    table((before) => idPlaceInYaml(before), {
      '    dependsOn: ': '',
      '    dependsOn: [': '',
      '    dependsOn: [RM-1, R': 'R',
      '    depends_on: ["RM-1", "R': 'R',
      '  - { id: RM-2, dependsOn: [RM': 'RM',
      '      "dependsOn": ["': '',
      '    dependsOn: [RM-1]': '-',
      '    title: ': '-',
      '    - RM': '-',
    });

    it('as an item below the key', () => {
      assert.equal(idPlaceInYaml('      - RM', 'dependsOn')?.typed, 'RM');
      assert.equal(idPlaceInYaml('      - RM', 'labels'), undefined);
    });
  });
});

describe('Places for ids in hostile lines', () => {
  const hostile = [
    ['TODO(', 'a,'],
    ['@task ', 'a ,'],
    ['closes ', 'a, '],
    ['', ': '],
    ['', '(('],
    ['', '* '],
  ] as const;
  for (const [start, piece] of hostile) {
    it(`are looked for in linear time: ${start}${piece}`, () => {
      const line = (size: number) => start + piece.repeat(size);
      for (const find of [
        (text: string) => idPlaceInComment(text, tags),
        annotationBegun,
        (text: string) => idPlaceInCommit(text, true),
        idPlaceInMarkdown,
        idPlaceInYaml,
      ])
        checkGrowth<string>(line, 10_000, find);
    });
  }
});
