import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { branchMentions } from '../../../../src/core/references/branchName.js';
import { branchNameFor } from '../../../../src/core/references/branchTemplate.js';
import { idKey, slug } from '../../../../src/core/references/taskId.js';

const usual = '{id}-{slug}';

/** The rules of https://git-scm.com/docs/git-check-ref-format for a branch, one by one. */
function refused(name: string): string | undefined {
  const segments = name.split('/');
  if (segments.some((segment) => segment === '')) return 'an empty segment';
  if (segments.some((segment) => segment.startsWith('.') || segment.endsWith('.lock'))) return 'a segment';
  if (name.includes('..') || name.includes('@{') || name.endsWith('.')) return 'points';
  // oxlint-disable-next-line no-control-regex
  if (/[\x00-\x20\x7f~^:?*[\\]/.test(name)) return 'a character';
  return name.startsWith('-') || name === '@' || name === 'HEAD' ? 'a special name' : undefined;
}

describe('The name of the branch for a task', () => {
  for (const [what, template, id, title, expected] of [
    ['id and title', usual, 'RM-12', 'Add E2E API tests', 'RM-12-add-e2e-api-tests'],
    ['a prefix', 'feat/{id}/{slug}', 'T012', 'Write the parser', 'feat/T012/write-the-parser'],
    ['the title as it is', 'ada/{id}_{title}', 'RM-1', 'Add E2E: tests!', 'ada/RM-1_Add-E2E-tests'],
    ['points in an id', usual, 'BACK-222.1', 'Restore', 'BACK-222.1-restore'],
    ['a derived id once', usual, 'add-e2e-api-tests', 'Add E2E API tests', 'add-e2e-api-tests'],
    ['a derived id behind a prefix', 'feat/{id}-{slug}', 'add-tests', 'Add tests', 'feat/add-tests'],
    ['a numbered one', usual, 'add-tests-2', 'Add tests', 'add-tests-2'],
    ['a qualified one', usual, 'quality/add-tests', 'Add tests', 'task/quality/add-tests'],
    ['a derived id of one word', usual, 'login', 'Login', 'task/login'],
    ['no id in the template', 'feature/{slug}', 'RM-3', 'Sign the images', 'feature/RM-3-sign-the-images'],
    ['no placeholder at all', 'mine', 'RM-3', 'Sign', 'RM-3-mine'],
    ['an outline number', usual, '1.2', 'Sign', 'task/1.2'],
    ['an id of several words', usual, 'REPL-007-001', 'Read', 'REPL-007-001'],
    ['an empty title', usual, 'RM-1', '🎉', 'RM-1'],
    ['umlauts', usual, 'RM-1', 'Größe ändern', 'RM-1-größe-ändern'],
    ['an option', '--force {id}', 'RM-1', 'x', 'force-RM-1'],
    ['a command', usual, 'RM-1', '$(rm -rf ~); `id` && x', 'RM-1-rm-rf-id-x'],
    ['a path', '../../{id}/../{slug}.lock', 'RM-1', 'x', 'RM-1/x-lock'],
    ['an id that is an option', usual, '--force', 'x', 'task/force'],
    ['an id of signs alone', usual, '~^:', '🎉', 'task/unnamed'],
    ['HEAD', '{title}', 'HEAD', 'HEAD', 'task/HEAD'],
  ] as const) {
    it(`has ${what}: ${expected}`, () => assert.equal(branchNameFor(template, { id, title }), expected));
  }

  it('is cut at a word of the title', () => {
    const name = branchNameFor(usual, { id: 'RM-1', title: 'word '.repeat(100) });
    assert.match(name, /^RM-1(?:-word)+$/);
    assert.ok(name.length <= 80 && name.length > 70, name);
    assert.equal(branchNameFor(usual, { id: 'RM-1', title: 'x'.repeat(500) }).length, 80);
  });

  it('leaves words of the title out that mean other tasks', () => {
    const task = { id: 'RM-12', title: 'Follow up of RM-3 in the shop' };
    assert.equal(
      branchNameFor(usual, task, (raw) => raw === 'rm-3'),
      'RM-12-follow-up-of',
    );
    assert.equal(
      branchNameFor(usual, task, () => false),
      'RM-12-follow-up-of-rm-3-in-the-shop',
    );
  });

  it('is one that git takes, whatever stands in template, id and title', () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          '-',
          '.',
          '..',
          '/',
          '@',
          '{',
          '~',
          '^',
          ' ',
          '.lock',
          '\\',
          '\n',
          '\0',
          'a',
          '😀',
          'é',
          'HEAD',
        ),
      )
      .map((parts) => parts.join(''));
    const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 600 }));
    fc.assert(
      fc.property(fc.oneof(fc.constant(usual), text), text, text, (template, id, title) => {
        const name = branchNameFor(template, { id, title });
        assert.equal(refused(name), undefined, name);
        assert.ok(name.length <= 2_100);
        for (const segment of name.split('/')) assert.ok(Buffer.byteLength(segment) <= 245, segment);
      }),
    );
  });

  it('is read back as that of the task, in any template', () => {
    const numbered = fc.tuple(fc.stringMatching(/^[A-Z]{2,6}$/), fc.nat(9_999)).map(([a, b]) => `${a}-${b}`);
    const derived = fc.array(fc.stringMatching(/^[a-zäé0-9]{1,12}$/), { minLength: 1, maxLength: 8 });
    const id = fc.oneof(
      numbered,
      derived.map((words) => words.join('-')).filter((words) => !/^[\d.]+$/.test(words)),
    );
    const template = fc.constantFrom(
      usual,
      '{slug}',
      'feat/{slug}',
      '{title}',
      'x/{id}',
      '{slug}/{id}',
      '{id}{slug}',
      '{id}9',
    );
    fc.assert(
      fc.property(template, id, fc.string({ unit: 'grapheme', maxLength: 500 }), (form, own, title) => {
        const names = branchMentions(branchNameFor(form, { id: own, title })).map(({ raw }) => idKey(raw));
        assert.ok(names.includes(idKey(own)), `${form} ${own}: ${names.join()}`);
      }),
    );
    const title = 'Überprüfe die Anmeldung bei Ausfall';
    assert.ok(branchMentions(branchNameFor(usual, { id: slug(title), title })).some(({ raw }) => raw === slug(title)));
  });
});
