import assert from 'node:assert/strict';
import { checkNewId, dependsOnTask, meansTask } from '../../../../src/core/edits/newId.js';
import { planIdInCode, planIdInRoadmap } from '../../../../src/core/edits/renameId.js';
import { syntaxOf } from '../../../../src/core/lexical/languages.js';
import { defaultTags } from '../../../../src/core/model/todo.js';
import { todoTags } from '../../../../src/core/references/todos.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';
import { openMarkdown, openYaml } from '../../../support/edit.js';
import { roadmap, todoFile, workspace } from '../../../support/links.js';

const plan = '# Plan\n\n- [ ] RM-1 Sign\n- [ ] RM-2 Print\n- [x] Cover the books\n';
const file = roadmap('ROADMAP.md', plan);
const snapshot = workspace([file], {
  config: {
    aliases: new Map([
      ['old', 'RM-1'],
      ['gone', 'RM-2'],
    ]),
  },
});
const ref = { uri: file.uri, id: 'RM-1' };

describe('A new id', () => {
  const check = (id: string, task = ref) => checkNewId(snapshot, task, id) ?? 'fits';

  it('has the form of one', () => {
    for (const id of ['RM-12', 'sign-the-images', 'signing/images', 'Т-1']) assert.equal(check(id), 'fits');
    for (const id of ['', '12', '1.2', '2026-11-26', 'a b', '-x', '(RM-1)', `R-${'1'.repeat(90)}`])
      assert.match(check(id), /is no id/);
  });

  it('is that of no other task of the folder, and was none', () => {
    assert.match(check('rm-2'), /is that of "Print"/);
    assert.match(check('gone'), /was that of "Print"/);
    assert.equal(check('old'), 'fits');
    assert.match(check('RM-1'), /already/);
    assert.equal(check('rm-1'), 'fits');
    const other = workspace([file, roadmap('docs/MILESTONES.md', '# Other\n\n- [ ] X-1 Weld\n- [ ] X-2 Cut\n')]);
    assert.match(checkNewId(other, ref, 'X-1') ?? '', /is that of "Weld"/);
    assert.match(check('RM-9', { uri: file.uri, id: 'RM-8' }), /not there any more/);
  });
});

/** The text of a code file with RM-1 renamed, and how many TODOs were left. */
function inCode(text: string, id = 'RM-12', path = 'a.ts'): string {
  const code = { text, syntax: syntaxOf(path)!, tags: todoTags(defaultTags) };
  const { edits, left } = planIdInCode(code, id, meansTask(snapshot, todoFile(path), ref));
  const renamed = applyEdits(text, edits);
  return left > 0 ? `${renamed} (${left} left)` : renamed;
}

describe('Renaming an id in code', () => {
  for (const [before, after] of [
    ['// TODO(RM-1): a', '// TODO(RM-12): a'],
    ['// TODO(RM-1, ada): a', '// TODO(RM-12, ada): a'],
    ['// TODO(ada, rm-1) a', '// TODO(ada, RM-12) a'],
    ['// TODO[RM-1] a', '// TODO[RM-12] a'],
    ['// TODO RM-1: a', '// TODO RM-12: a'],
    ['// TODO: RM-1 - a', '// TODO: RM-12 - a'],
    ['// TODO: a (RM-1)', '// TODO: a (RM-12)'],
    ['// TODO(RM-1): a (RM-1)', '// TODO(RM-12): a (RM-12)'],
    ['// TODO(old): a', '// TODO(RM-12): a'],
    ['// TODO(old, RM-1): a', '// TODO(RM-12, RM-12): a'],
    ['// @task RM-1, RM-2', '// @task RM-12, RM-2'],
    ['/**\r\n * @todo(RM-1) a\r\n * b (RM-1)\r\n */\r\n', '/**\r\n * @todo(RM-12) a\r\n * b (RM-12)\r\n */\r\n'],
    [
      '// TODO(RM-1): a\r\nf("TODO(RM-1)");\r\n// FIXME(RM-2): b',
      '// TODO(RM-12): a\r\nf("TODO(RM-1)");\r\n// FIXME(RM-2): b',
    ],
    ['// see RM-1', '// see RM-1'],
  ] as const)
    it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => assert.equal(inCode(before), after));

  it('takes one without a number, where the form has a place for it', () => {
    assert.equal(
      inCode('// TODO(RM-1): a\n// TODO: b (RM-1)\n', 'sign-all'),
      '// TODO(sign-all): a\n// TODO: b (sign-all)\n',
    );
    assert.equal(
      inCode('// TODO: RM-1 tidy up\n// TODO(RM-1): a\n', 'sign-all'),
      '// TODO: RM-1 tidy up\n// TODO(sign-all): a\n (1 left)',
    );
  });

  it('leaves alone what means another task of that id', () => {
    const near = workspace([file, roadmap('src/ROADMAP.md', '# Near\n\n- [ ] RM-1 Near\n- [ ] RM-2 Far\n')]);
    const code = { text: '// TODO(RM-1): a', syntax: syntaxOf('a.ts')!, tags: todoTags(defaultTags) };
    const edits = (path: string) => planIdInCode(code, 'RM-12', meansTask(near, todoFile(path), ref)).edits.length;
    assert.deepEqual([edits('src/a.ts'), edits('lib/a.ts')], [0, 1]);
  });
});

/** The text of a roadmap with the task renamed; what was refused, as its message. */
function inRoadmap(text: string, task = 'RM-1', id = 'RM-12', open = openMarkdown): string {
  const document = open(text);
  const own = { ...roadmap('ROADMAP.md', ''), roadmap: document.roadmap };
  const means = dependsOnTask(workspace([own], { config: { aliases: new Map([['old', 'RM-1']]) } }), own, {
    uri: own.uri,
    id: task,
  });
  const planned = planIdInRoadmap(document, task, id, means);
  if (!planned.ok) return `refused: ${planned.message}`;
  assert.equal(applyEdits(planned.text, planned.inverse), text, 'it can be taken back');
  return planned.left ? `${planned.text} (left: ${planned.left.join()})` : planned.text;
}

describe('Renaming an id in a roadmap', () => {
  for (const [name, text, expected] of [
    ['its own', '- [ ] RM-1 Sign\n- [ ] RM-2 Print\n', '- [ ] RM-12 Sign\n- [ ] RM-2 Print\n'],
    [
      'in what depends on it',
      '- [ ] RM-1 Sign\n- [ ] RM-2 Print (depends on rm-1, RM-3)\n- [ ] RM-3 Cut\n  - Depends on: RM-1\n',
      '- [ ] RM-12 Sign\n- [ ] RM-2 Print (depends on RM-12, RM-3)\n- [ ] RM-3 Cut\n  - Depends on: RM-12\n',
    ],
    [
      'by a former id',
      '- [ ] RM-1 Sign\n- [ ] RM-2 Print (after old)\n- [ ] RM-3 Cut (depends on old)\n',
      '- [ ] RM-12 Sign\n- [ ] RM-2 Print (after old)\n- [ ] RM-3 Cut (depends on RM-12)\n',
    ],
    [
      'but not by its title',
      '- [ ] RM-1 Sign all\n- [ ] RM-2 Print (depends on sign all)\n',
      '- [ ] RM-12 Sign all\n- [ ] RM-2 Print (depends on sign all)\n',
    ],
    [
      'with line ends as they are',
      '- [ ] RM-1 Sign\r\n- [ ] RM-2 Print (needs RM-1)\r\n',
      '- [ ] RM-12 Sign\r\n- [ ] RM-2 Print (needs RM-12)\r\n',
    ],
    [
      'in a garbled text',
      '- âœ… RM-1 Sign â€” soon\n- âœ… RM-2 Print â†’ sell (depends on RM-1)\n',
      '- âœ… RM-12 Sign â€” soon\n- âœ… RM-2 Print â†’ sell (depends on RM-12)\n',
    ],
    [
      'in a table',
      '| Id | Task | Depends on |\n| --- | --- | --- |\n| RM-1 | Sign | |\n| RM-2 | Print | RM-1 |\n',
      '| Id | Task | Depends on |\n| --- | --- | --- |\n| RM-12 | Sign | |\n| RM-2 | Print | RM-12 |\n',
    ],
  ] as const)
    it(name, () => assert.equal(inRoadmap(`# Plan\n\n${text}`), `# Plan\n\n${expected}`));

  it('gives one to a task that has none of its own', () => {
    assert.equal(
      inRoadmap('# Plan\n\n- [ ] Sign all\n- [ ] RM-2 Print (depends on sign-all)\n- [ ] RM-3 Cut\n', 'sign-all'),
      '# Plan\n\n- [ ] RM-12 Sign all\n- [ ] RM-2 Print (depends on RM-12)\n- [ ] RM-3 Cut\n',
    );
  });

  it('names what keeps the old one, as its form has no place for the new', () => {
    const text = '# Plan\n\n- [ ] RM-1 Sign\n- [ ] RM-2 Print (depends on RM-1)\n- [ ] RM-3 Cut (after RM-1)\n';
    assert.equal(
      inRoadmap(text, 'RM-1', 'sign'),
      '# Plan\n\n- [ ] Sign <!-- id: sign -->\n- [ ] RM-2 Print (depends on sign)\n- [ ] RM-3 Cut (after RM-1)\n (left: Cut)',
    );
  });

  it('in YAML, with quotes and comments as they are', () => {
    const text =
      '# ours\n$schema: roadmap.schema.json\ntitle: Plan\ntasks:\n  - title: Sign # soon\n    id: RM-1\n  - title: Print\n    id: "RM-2"\n    dependsOn: ["RM-1", RM-3] # both\n';
    const renamed = inRoadmap(text, 'RM-1', 'RM-12', openYaml);
    assert.equal(renamed, text.replace('id: RM-1', 'id: RM-12').replace('["RM-1"', '["RM-12"'));
  });

  it('in another roadmap of the folder, where something depends on it', () => {
    const other = roadmap('docs/MILESTONES.md', '# Other\n\n- [ ] X-1 Weld (depends on RM-1)\n- [ ] X-2 Cut\n');
    const both = workspace([file, other]);
    const document = openMarkdown('# Other\n\n- [ ] X-1 Weld (depends on RM-1)\n- [ ] X-2 Cut\n');
    const planned = planIdInRoadmap(document, undefined, 'RM-12', dependsOnTask(both, other, ref));
    assert.equal(planned.ok && planned.text, '# Other\n\n- [ ] X-1 Weld (depends on RM-12)\n- [ ] X-2 Cut\n');
    const none = planIdInRoadmap(
      document,
      undefined,
      'RM-12',
      dependsOnTask(both, other, { uri: file.uri, id: 'RM-2' }),
    );
    assert.deepEqual([none.ok, !none.ok && none.code], [false, 'unchanged']);
  });

  it('is refused where the file has it', () => {
    assert.match(inRoadmap('# Plan\n\n- [ ] RM-1 Sign\n- [ ] RM-12 Print\n'), /^refused: .*that of "Print"/);
  });
});
