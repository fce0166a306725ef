import assert from 'node:assert/strict';
import { syntaxOf } from '../../../../src/core/lexical/languages.js';
import { readTodos, commentsOf } from '../../../../src/core/references/readTodos.js';
import { defaultTags } from '../../../../src/core/model/todo.js';
import { findTodos, todoTags } from '../../../../src/core/references/todos.js';
import { checkGrowth } from '../../../support/growth.js';

const tags = todoTags(defaultTags);

/** `TAG[mention:form …] text @owner`, one line for each TODO. */
function found(text: string, path = 'a.ts'): string {
  const { todos } = readTodos(text, path.endsWith('.md') ? 'prose' : syntaxOf(path)!, tags);
  return todos
    .map(({ tag, text: said, mentions, owner }) => {
      const named = mentions.map(({ raw, form }) => `${raw}:${form}`).join(' ');
      return `${tag}[${named}] ${said}${owner === undefined ? '' : ` @${owner}`}`;
    })
    .join('\n');
}

const forms: readonly (readonly [comment: string, expected: string])[] = [
  ['// TODO: write', 'TODO[] write'],
  ['// TODO write', 'TODO[] write'],
  ['// TODO', 'TODO[] '],
  ['// TODO(RM-12): write', 'TODO[RM-12:argument] write'],
  ['// TODO(RM-12) write', 'TODO[RM-12:argument] write'],
  ['// TODO (RM-12): write', 'TODO[RM-12:argument] write'],
  ['// TODO[RM-12]: write', 'TODO[RM-12:argument] write'],
  ['// TODO(RM-12, ada): write', 'TODO[RM-12:argument ada:argument] write @ada'],
  ['// TODO(ada, RM-12): write', 'TODO[ada:argument RM-12:argument] write @ada'],
  ['// TODO(RM-12, RM-13): write', 'TODO[RM-12:argument RM-13:argument] write'],
  ['// TODO(@ada): write', 'TODO[] write @ada'],
  ['// TODO(#99): write', 'TODO[] write'],
  ['// TODO(2026-11-26): write', 'TODO[] write'],
  ['// TODO(ada 2026-11-26): write', 'TODO[ada:argument] write @ada'],
  ['// TODO(1.2): write', 'TODO[] write'],
  ['// TODO(add-e2e-api-tests): write', 'TODO[add-e2e-api-tests:argument] write @add-e2e-api-tests'],
  ['// TODO(quality/add-tests): write', 'TODO[quality/add-tests:argument] write'],
  ['// TODO(T012): write', 'TODO[T012:argument] write'],
  ['// TODO(BACK-222.1): write', 'TODO[BACK-222.1:argument] write'],
  ['// TODO RM-12: write', 'TODO[RM-12:lead] write'],
  ['// TODO RM-12 write', 'TODO[RM-12:lead] RM-12 write'],
  ['// TODO: S3 upload is slow', 'TODO[S3:lead] S3 upload is slow'],
  ['// TODO (see the docs) fix', 'TODO[] (see the docs) fix'],
  ['// TODO [x] fix', 'TODO[] [x] fix'],
  ['// TODO [docs](http://x.y) fix', 'TODO[] [docs](http://x.y) fix'],
  ['// TODO(परीक्षण-जोड़ें): write', 'TODO[परीक्षण-जोड़ें:argument] write'],
  ['// TODO: RM-12 - write', 'TODO[RM-12:lead] write'],
  ['// TODO: RM-12 – write', 'TODO[RM-12:lead] write'],
  ['// TODO: RM-12: write', 'TODO[RM-12:lead] write'],
  ['// TODO: RM-12, RM-13: write', 'TODO[RM-12:lead RM-13:lead] write'],
  ['// TODO - RM-12 write', 'TODO[RM-12:lead] RM-12 write'],
  ['// TODO: add-tests - write', 'TODO[add-tests:lead] add-tests - write'],
  ['// TODO: re-run it', 'TODO[] re-run it'],
  ['// TODO: write (RM-12)', 'TODO[RM-12:tail] write (RM-12)'],
  ['// TODO: write [RM-12].', 'TODO[RM-12:tail] write [RM-12].'],
  ['// TODO: write (see RM-12)', 'TODO[] write (see RM-12)'],
  ['// TODO: write (add-tests)', 'TODO[add-tests:tail] write (add-tests)'],
  ['// TODO: after RM-12 has landed, write', 'TODO[] after RM-12 has landed, write'],
  ['// FIXME(RM-12): write', 'FIXME[RM-12:argument] write'],
  ['// HACK: write', 'HACK[] write'],
  ['// XXX write', 'XXX[] write'],
  ['// BUG: write', 'BUG[] write'],
  ['// @todo write', 'TODO[] write'],
  ['// \\todo RM-12 write', 'TODO[RM-12:lead] RM-12 write'],
  ['// @task RM-12', '@task[RM-12:annotation] '],
  ['// @task RM-12, RM-13', '@task[RM-12:annotation RM-13:annotation] '],
  ['// @task add-tests The tests', '@task[add-tests:annotation] The tests'],
  ['// @task: RM-12', '@task[RM-12:annotation] '],
  ['// - [ ] TODO: write', 'TODO[] write'],
  ['// * TODO write', 'TODO[] write'],
  ['/* TODO: write */', 'TODO[] write'],
  ['/** TODO(RM-12): write. */', 'TODO[RM-12:argument] write.'],
  ['/**\n * TODO: one\n *   two\n * three\n *\n * four\n */', 'TODO[] one two three'],
  ['/**\n * TODO: one\n * @param x two\n */', 'TODO[] one'],
  ['// TODO: one\n// two\n// three\nf();\n// four', 'TODO[] one two three'],
  ['// TODO: one\n// two (RM-12)', 'TODO[RM-12:tail] one two (RM-12)'],
  ['// TODO: one\n// eslint-disable-next-line two', 'TODO[] one'],
  ['// TODO: one\n// TODO: two', 'TODO[] one\nTODO[] two'],
  ['// TODO: one\n//\n// two', 'TODO[] one'],
  ['// TODO: one\r\n// two\r\n', 'TODO[] one two'],
  ['// TODO: one\r// two\r', 'TODO[] one two'],
  ['f(); // TODO: write', 'TODO[] write'],
  ['// ugly, TODO: write', 'TODO[] write'],
  ['// ugly, TODO(RM-12) write', 'TODO[RM-12:argument] write'],
  ['// see the TODO below', ''],
  ['// the list of TODOs: all', ''],
  ['// TODO-list: all', ''],
  ['// write `TODO: x`, "TODO: y" or `TODO(RM-1)`', ''],
  ['// MYTODO: all, TODO_LATER: x', ''],
  ['// todo: write', ''],
  ['// Todo: write', ''],
  ['const a = "TODO: write";', ''],
  ["const a = '// TODO: write';", ''],
  ['const a = `// TODO: write`;', ''],
  ['TODO: write', ''],
];

describe('TODOs in comments', () => {
  for (const [comment, expected] of forms) {
    it(`are found in ${JSON.stringify(comment)}`, () => assert.equal(found(comment), expected));
  }

  for (const [path, text] of [
    ['a.py', '# TODO(RM-1): x'],
    ['a.go', '\t// TODO(RM-1): x'],
    ['a.rs', '/// TODO(RM-1): x'],
    ['a.sql', '-- TODO(RM-1): x'],
    ['a.html', '<!-- TODO(RM-1): x -->'],
    ['a.css', '/* TODO(RM-1): x */'],
    ['a.lua', '-- TODO(RM-1): x'],
    ['a.clj', ';; TODO(RM-1): x'],
    ['a.ps1', '<# TODO(RM-1): x #>'],
    ['a.yaml', 'a: 1 # TODO(RM-1): x'],
    ['Dockerfile', '# TODO(RM-1): x'],
    ['Makefile', '# TODO(RM-1): x'],
    ['a.md', 'TODO(RM-1): x'],
  ] as const) {
    it(`are found in ${path}`, () => assert.equal(found(text, path), 'TODO[RM-1:argument] x'));
  }

  it('of prose are not those that a code fence shows', () => {
    assert.equal(
      found('TODO: one\n\n```\nTODO: two\n```\n\n~~~\nTODO: three\n~~~\nTODO: four', 'a.md'),
      'TODO[] one\nTODO[] four',
    );
  });

  it('have places that hold their own characters', () => {
    const text = 'x();\n  // TODO(RM-12, ada): write\n  // more (RM-13)\n';
    const [todo] = findTodos(text, commentsOf(text, syntaxOf('a.ts')!), tags);
    assert.equal(text.slice(todo!.tagSpan.start, todo!.tagSpan.end), 'TODO');
    assert.equal(text.slice(todo!.span.start, todo!.span.end), 'TODO(RM-12, ada): write\n  // more (RM-13)');
    assert.deepEqual(
      todo!.mentions.map(({ span }) => text.slice(span.start, span.end)),
      ['RM-12', 'ada', 'RM-13'],
    );
    const { places } = readTodos(text, syntaxOf('a.ts')!, tags);
    assert.deepEqual(places[0]!.mentions[2], { start: { line: 2, character: 11 }, end: { line: 2, character: 16 } });
  });

  it('begin with the words that are set, whatever these are', () => {
    const own = todoTags(['NOTE', 'ÄNDERN', 'TO-DO']);
    const { todos } = readTodos('// NOTE: a\n\n// ÄNDERN: b\n\n// TO-DO: c\n\n// TODO: d', syntaxOf('a.ts')!, own);
    assert.deepEqual(
      todos.map(({ tag }) => tag),
      ['NOTE', 'ÄNDERN', 'TO-DO'],
    );
  });

  for (const [what, piece] of [
    ['tags', 'TODO '],
    ['tags with colons', 'TODO: '],
    ['ids', 'TODO: RM-1, '],
    ['brackets', '('],
    ['hyphens', 'a-'],
    ['comments', '// TODO: x\n'],
    ['blank comments', '//\n'],
    ['blanks', '// TODO:     '],
  ] as const) {
    it(`are found in linear time: ${what}`, () => {
      checkGrowth(
        (size) => `// TODO: ${piece.repeat(size / piece.length)}`,
        20_000,
        (text) => readTodos(text, syntaxOf('a.ts')!, tags),
      );
    });
  }
});
