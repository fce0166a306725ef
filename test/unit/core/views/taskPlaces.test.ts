import assert from 'node:assert/strict';
import { syntaxOf } from '../../../../src/core/lexical/languages.js';
import type { Config } from '../../../../src/core/model/config.js';
import { LineIndex } from '../../../../src/core/model/span.js';
import type { Range } from '../../../../src/core/model/span.js';
import { defaultTags, type TodoFile } from '../../../../src/core/model/todo.js';
import { readTodos } from '../../../../src/core/references/readTodos.js';
import { todoTags } from '../../../../src/core/references/todos.js';
import {
  commitSymbolAt,
  definitionsOf,
  mentionsIn,
  placesOfTask,
  symbolAt,
} from '../../../../src/core/views/taskPlaces.js';
import { withCursor } from '../../../support/annotated.js';
import { folder, roadmap, workspace } from '../../../support/links.js';

const plan = `# Plan

## Release

- [ ] RM-1 Sign
- [ ] RM-2 Print (depends on RM-1, Labels)

## Labels

- [ ] Cover the books (depends on rm-2)
`;
const code = '// TODO(RM-1, ada): sign\nf(); // @task RM-2, cover-the-books\n// TODO(old): later\n';

const texts: Record<string, string> = { 'ROADMAP.md': plan, 'src/a.ts': code };

function codeFile(path: string, text: string): TodoFile {
  const read = readTodos(text, syntaxOf(path)!, todoTags(defaultTags));
  return { uri: `${folder.uri}/${path}`, folder, path, ...read, approximate: false };
}

/** A snapshot of the two files, with a cursor in one of them. */
function open(path: string, annotated: string) {
  const { text, offset } = annotated.includes('$0') ? withCursor(annotated) : { text: annotated, offset: 0 };
  const all = { ...texts, [path]: text };
  const config: Partial<Config> = { aliases: new Map([['old', 'RM-2']]) };
  const snapshot = workspace([roadmap('ROADMAP.md', all['ROADMAP.md']!)], {
    todos: [codeFile('src/a.ts', all['src/a.ts']!)],
    config,
  });
  const uri = `${folder.uri}/${path}`;
  return { snapshot, uri, position: new LineIndex(text).positionAt(offset) };
}

/** A place as text: `ROADMAP.md:5 RM-1`. */
function say({ uri, range }: { uri: string; range: Range }): string {
  const path = uri.slice(folder.uri.length + 1);
  const text = texts[path]!;
  const lines = new LineIndex(text);
  return `${path}:${range.start.line + 1} ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
}

function definitions(path: string, annotated: string): string[] {
  const { snapshot, uri, position } = open(path, annotated);
  const symbol = symbolAt(snapshot, uri, position);
  return symbol ? definitionsOf(snapshot, symbol).map(({ uri, title }) => say({ uri, range: title })) : ['nothing'];
}

describe('What stands at a place', () => {
  const cases: Record<string, readonly [string, string, readonly string[]]> = {
    'an id in a TODO': ['src/a.ts', code.replace('RM-1', 'RM$0-1'), ['ROADMAP.md:5 Sign']],
    'the end of an id': ['src/a.ts', code.replace('RM-1', 'RM-1$0'), ['ROADMAP.md:5 Sign']],
    'the second id of @task': ['src/a.ts', code.replace('cover-', '$0cover-'), ['ROADMAP.md:10 Cover the books']],
    'a former id': ['src/a.ts', code.replace('(old)', '(o$0ld)'), ['ROADMAP.md:6 Print']],
    'the owner of a TODO': ['src/a.ts', code.replace('ada', 'a$0da'), ['nothing']],
    code: ['src/a.ts', code.replace('f()', '$0f()'), ['nothing']],
    'a dependency': ['ROADMAP.md', plan.replace('on RM-1', 'on R$0M-1'), ['ROADMAP.md:5 Sign']],
    'a dependency on a group': ['ROADMAP.md', plan.replace('Labels)', 'La$0bels)'), ['ROADMAP.md:8 Labels']],
    'a dependency in another case': ['ROADMAP.md', plan.replace('rm-2)', 'rm-$02)'), ['ROADMAP.md:6 Print']],
    'a title': ['ROADMAP.md', plan.replace('Sign', 'Si$0gn'), ['ROADMAP.md:5 Sign']],
    'the heading of a group': ['ROADMAP.md', plan.replace('Release', 'Re$0lease'), ['nothing']],
  };
  for (const [name, [path, annotated, expected]] of Object.entries(cases)) {
    it(`${name}: ${expected.join()}`, () => assert.deepEqual(definitions(path, annotated), expected));
  }

  it('is a mention in a commit message, but no word of prose', () => {
    const { snapshot } = open('src/a.ts', code);
    const at = (annotated: string) => {
      const { text, offset } = withCursor(annotated);
      const symbol = commitSymbolAt(snapshot, text, { line: 0, character: offset }, [folder.uri]);
      return symbol && `${symbol.range.start.character} ${symbol.tasks.map(({ id }) => id).join()}`;
    };
    assert.equal(at('Sign all, closes $0RM-1.'), '17 RM-1');
    assert.equal(at('Task: cover-the-boo$0ks'), '6 cover-the-books');
    assert.equal(at('Refs: ol$0d'), '6 RM-2');
    assert.equal(at('An ol$0d hat'), undefined);
    assert.equal(at('Closes RM-9$0'), undefined);
    assert.equal(at(`${'x'.repeat(5_000)} RM$0-1`), '5001 RM-1');
  });
});

describe('All places of a task', () => {
  const of = (id: string) => {
    const { snapshot, uri } = open('ROADMAP.md', plan);
    return placesOfTask(snapshot, { uri, id }).map((place) => `${place.kind} ${say(place)}`);
  };

  it('are itself, what depends on it, and TODOs, former ids included', () => {
    assert.deepEqual(of('RM-1'), ['task ROADMAP.md:5 RM-1', 'dependency ROADMAP.md:6 RM-1', 'todo src/a.ts:1 RM-1']);
    assert.deepEqual(of('RM-2'), [
      'task ROADMAP.md:6 RM-2',
      'dependency ROADMAP.md:10 rm-2',
      'todo src/a.ts:2 RM-2',
      'todo src/a.ts:3 old',
    ]);
  });

  it('have the title of one without an id of its own', () => {
    assert.deepEqual(of('cover-the-books'), ['task ROADMAP.md:10 Cover the books', 'todo src/a.ts:2 cover-the-books']);
  });

  it('are none of a task that is gone', () => assert.deepEqual(of('RM-9'), []));
});

describe('The mentions of a file', () => {
  it('are those that mean one task', () => {
    const { snapshot, uri } = open('src/a.ts', code);
    assert.deepEqual(
      mentionsIn(snapshot, uri).map(({ range, task }) => `${say({ uri, range })} → ${task.id}`),
      [
        'src/a.ts:1 RM-1 → RM-1',
        'src/a.ts:2 RM-2 → RM-2',
        'src/a.ts:2 cover-the-books → cover-the-books',
        'src/a.ts:3 old → RM-2',
      ],
    );
    assert.deepEqual(mentionsIn(snapshot, `${folder.uri}/src/b.ts`), []);
  });
});
