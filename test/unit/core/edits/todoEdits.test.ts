import assert from 'node:assert/strict';
import { syntaxOf } from '../../../../src/core/lexical/languages.js';
import { planTodoChange } from '../../../../src/core/edits/todoEdits.js';
import type { TodoChange } from '../../../../src/core/model/edit.js';
import { defaultTags } from '../../../../src/core/model/todo.js';
import { todoTags } from '../../../../src/core/references/todos.js';
import { commentsOf } from '../../../../src/core/references/readTodos.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';

const tags = todoTags(defaultTags);

function changed(text: string, change: TodoChange, index = 0, path = 'a.ts'): string {
  const planned = planTodoChange({ text, syntax: syntaxOf(path)!, tags }, index, change);
  if (!planned.ok) return `refused: ${planned.message}`;
  assert.equal(applyEdits(planned.text, planned.inverse), text, 'it can be taken back');
  return planned.text;
}

describe('Linking a TODO to a task', () => {
  const link = { kind: 'link', id: 'RM-1' } as const;
  for (const [before, after] of [
    ['// TODO: write', '// TODO(RM-1): write'],
    ['// TODO write', '// TODO(RM-1) write'],
    ['// TODO(ada): write', '// TODO(RM-1, ada): write'],
    ['// TODO[RM-2] write', '// TODO[RM-1, RM-2] write'],
    ['// TODO(): write', '// TODO(RM-1): write'],
    ['// TODO (later): write', '// TODO(RM-1) (later): write'],
    ['// TODO [docs](http://x.y) fix', '// TODO(RM-1) [docs](http://x.y) fix'],
    ['// TODO[i] = 3', '// TODO(RM-1) [i] = 3'],
    ['/* FIXME */', '/* FIXME(RM-1) */'],
    ['/**\r\n * @todo write\r\n */', '/**\r\n * @todo(RM-1) write\r\n */'],
  ] as const) {
    it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
      assert.equal(changed(before, link), after);
    });
  }

  it('writes the id in place of one that no task has', () => {
    assert.equal(changed('// TODO: x (RM-99)', { ...link, replaces: 'RM-99' }), '// TODO: x (RM-1)');
  });

  it('changes no other TODO', () => {
    assert.equal(changed('// TODO: a\n\n// TODO: b\n', link, 1), '// TODO: a\n\n// TODO(RM-1): b\n');
  });
});

describe('Removing a TODO', () => {
  const remove = { kind: 'remove' } as const;
  for (const [what, before, after] of [
    ['with its line', 'a();\n// TODO: x\nb();\n', 'a();\nb();\n'],
    ['with all its lines', 'a();\n  // TODO: x\n  // y\nb();\n', 'a();\nb();\n'],
    ['with its line, CRLF', 'a();\r\n// TODO: x\r\nb();\r\n', 'a();\r\nb();\r\n'],
    ['behind code', 'a(); // TODO: x\nb();\n', 'a();\nb();\n'],
    ['in a block', '/* TODO: x */\nb();\n', 'b();\n'],
    ['in a block of lines', 'a();\n/**\n * TODO: x\n * y\n */\nb();\n', 'a();\nb();\n'],
    ['before code', '/* TODO: x */ b();\n', 'b();\n'],
    ['from a comment that says more', '// Adds.\n//\n// TODO: x\nb();\n', '// Adds.\n//\nb();\n'],
    [
      'from a block that says more',
      '/**\n * Adds.\n *\n * TODO: x\n * @returns y\n */\n',
      '/**\n * Adds.\n *\n * @returns y\n */\n',
    ],
    ['beside another', '// TODO: x\n// TODO: y\n', '// TODO: y\n'],
    ['behind other words', '// ugly, TODO: x\nb();\n', '// ugly,\nb();\n'],
    ['at the end of the file', 'a();\n// TODO: x', 'a();\n'],
    ['behind code, with another below', 'a(); // TODO: x\n     // TODO: y\nb();\n', 'a();\n     // TODO: y\nb();\n'],
    [
      'behind code, with more to say below',
      'a(); // TODO: x\n     //\n     // y\nb();\n',
      'a();\n     //\n     // y\nb();\n',
    ],
    ['on the last line of a block', '/*\n * Adds.\n *\n * TODO: x */\na();\n', '/*\n * Adds.\n *\n * */\na();\n'],
    ['on the first line of a block', '/** TODO: x\n *\n * Adds.\n */\na();\n', '/**\n *\n * Adds.\n */\na();\n'],
    ['before code on the line that closes it', '/* Adds.\n *\n * TODO: x */ a();\n', '/* Adds.\n *\n * */ a();\n'],
    ['between words', 'return/* TODO: x */value;\n', 'return value;\n'],
    [
      'but no directive below it',
      '// TODO: x\n// eslint-disable-next-line y\na();\n',
      '// eslint-disable-next-line y\na();\n',
    ],
    ['that names two tasks', '// TODO(RM-1, RM-2): x\n', ''],
  ] as const) {
    it(what, () => assert.equal(changed(before, remove), after));
  }

  for (const [what, before, after] of [
    ['an item', '- TODO: a\n- b\n- c\n', '- b\n- c\n'],
    ['a paragraph', 'TODO: a\nb\n\n# C\n', '\n# C\n'],
    ['what a heading follows', 'TODO: a\n# B\n', '# B\n'],
    ['what a fence follows', 'TODO: a\n```js\nb\n```\nc\n', '```js\nb\n```\nc\n'],
  ] as const) {
    it(`in prose: ${what}`, () => {
      const planned = planTodoChange({ text: before, syntax: 'prose', tags }, 0, remove);
      assert.equal(planned.ok ? planned.text : planned.message, after);
    });
  }

  it('is refused where it has more text than is read', () => {
    const text = `// TODO: x\n${'// y\n'.repeat(30)}a();\n`;
    assert.match(changed(text, remove), /^refused/);
  });

  // Every comment of every form, in every place: what is no comment stays as it is, and so do all other comments.
  it('never touches code', () => {
    const comments = [
      '// TODO: x',
      '// TODO: x\n// y',
      '/* TODO: x */',
      '/*\n * TODO: x\n */',
      '/* y\n * TODO: x */',
      '/** TODO: x\n * y */',
    ];
    const around = ['', 'a();', 'a(', '/* z */', '// z', '"// TODO: s"', '\n', 'b\n', '  ', '\r\n'];
    let made = 0;
    for (const comment of comments) {
      for (const before of around) {
        for (const after of around) {
          const text = `${before}${comment}${comment.startsWith('//') ? '\n' : ''}${after}`;
          const planned = planTodoChange({ text, syntax: syntaxOf('a.ts')!, tags }, 0, remove);
          if (!planned.ok) continue;
          made++;
          const code = (source: string) => {
            let rest = source;
            for (const { start, end } of [...commentsOf(source, syntaxOf('a.ts')!)].reverse())
              rest = rest.slice(0, start) + rest.slice(end);
            return rest.replace(/\s+/g, '');
          };
          assert.equal(code(planned.text), code(text), JSON.stringify(text));
        }
      }
    }
    assert.ok(made > 300, `${made} were made`);
  });
});
