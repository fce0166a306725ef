import assert from 'node:assert/strict';
import { branchMentions } from '../../../../src/core/references/branchName.js';
import { readCommitMessage } from '../../../../src/core/references/commitMessage.js';
import { checkGrowth } from '../../../support/growth.js';

/** `RM-1` for one that is named, `RM-1!` for one that is closed, with the form where that is not `text`. */
function said(message: string): string {
  const [subject = '', ...rest] = message.split('\n');
  const { mentions } = readCommitMessage(subject, rest.join('\n').replace(/^\n/, ''));
  return mentions
    .map(({ raw, form, closes }) => `${raw}${closes ? '!' : ''}${form === 'text' ? '' : `:${form}`}`)
    .join(' ');
}

const cases: readonly (readonly [what: string, message: string, expected: string])[] = [
  ['an id in the subject', 'RM-12 Add tests', 'RM-12'],
  ['an id in brackets', '[RM-12] Add tests', 'RM-12'],
  ['an id behind a type', 'feat(RM-12): add tests', 'RM-12'],
  ['an id at the end', 'Add tests (RM-12)', 'RM-12'],
  ['an id in the body', 'Add tests\n\nThis belongs to rm-12.', 'rm-12'],
  ['a short id', 'T012 Write the parser', 'T012'],
  ['an id with points', 'BACK-222.1 and M-1.4', 'BACK-222.1 M-1.4'],
  ['each id once', 'RM-1\n\nRM-1 and rm-1', 'RM-1'],
  ['several ids', 'RM-1, RM-2/RM-3', 'RM-1 RM-2 RM-3'],
  ['no id in a longer word', 'XRM-12x 1RM-1', ''],
  ['no short id in a path', 'Move src/T1 to T2', 'T2'],
  ['an id of several words', 'Do REPL-007-001 and FUNC-SHELL-002', 'REPL-007-001 FUNC-SHELL-002'],
  ['short ids in lists and ranges', 'Specs of M0/M1, from M2-M9', 'M0 M1 M2 M9'],
  ['an id behind a prefix', 'Clear what was there pre-RM-1', 'pre-RM-1 RM-1'],
  ['a range with points', 'RM-1..RM-3', 'RM-1 RM-3'],
  ['an id before a suffix', 'An RM-1-like way', 'RM-1'],
  ['no id in the name of a file', 'Write RM-1-PLAN.md, rm-2-plan.md and src/T1', ''],
  ['no outline number in the text', 'Update 1.2 to 1.3', ''],
  ['no issue', 'Fix #12, closes #13, GH-1', 'GH-1'],

  ['closes', 'closes RM-1', 'RM-1!:closing'],
  ['Closes with a colon', 'Add tests\n\nCloses: RM-1', 'RM-1!:closing'],
  [
    'each closing word',
    'close RM-1. closed RM-2. fix RM-3. fixes RM-4. fixed RM-5',
    'RM-1!:closing RM-2!:closing RM-3!:closing RM-4!:closing RM-5!:closing',
  ],
  [
    'each other one',
    'resolve RM-1; resolves RM-2; resolved RM-3; complete RM-4; completes RM-5; completed RM-6',
    'RM-1!:closing RM-2!:closing RM-3!:closing RM-4!:closing RM-5!:closing RM-6!:closing',
  ],
  [
    'each with -ing',
    'closing RM-1, fixing RM-2, resolving RM-3, completing RM-4',
    'RM-1!:closing RM-2!:closing RM-3!:closing RM-4!:closing',
  ],
  ['a list', 'fixes RM-1, RM-2 and RM-3', 'RM-1!:closing RM-2!:closing RM-3!:closing'],
  ['a list with a comma before "and"', 'Resolves RM-1, RM-2, and RM-3.', 'RM-1!:closing RM-2!:closing RM-3!:closing'],
  ['a list that goes on in the next line', 'x\n\nFixes RM-1,\nRM-2', 'RM-1!:closing RM-2!:closing'],
  ['no more than the list', 'fixes RM-1 but not RM-2', 'RM-1!:closing RM-2'],
  ['a word between', 'completes task RM-1', 'RM-1!:closing'],
  ['brackets', 'Fixes [RM-1]', 'RM-1!:closing'],
  ['an outline number', 'Completes 1.2 and 1.3', '1.2!:closing 1.3!:closing'],
  ['a derived id', 'Completes add-e2e-api-tests', 'add-e2e-api-tests!:closing'],
  ['words with a hyphen are no derived id', 'Complete end-to-end workflow', ''],
  ['nor is a part of one', 'Close P0-POSITIONAL-PARAMETERS ticket', ''],
  ['a last paragraph that is a type of commit', 'Merge pull request #1 from a/b\n\nfix: resolve the mock setup', ''],
  ['a closing trailer that is prose', 'x\n\nFixes: crash in login when the token expired', ''],
  ['a closing trailer of one word', 'x\n\nFixes: login', ''],
  ['a trailer of the kernel', 'x\n\nFixes: 54a4f0239f2e ("Add login page")', ''],
  ['references that are prose', 'x\n\nRefs: the docs and tests of 2.1', ''],
  ['a trailer that is prose', 'x\n\nTask: write the docs', ''],
  ['a trailer with blanks between ids', 'x\n\nTask: RM-1 RM-2', 'RM-1:trailer RM-2:trailer'],
  ['a type of commit closes nothing', 'fix: RM-12 was wrong', 'RM-12'],
  ['a type with a scope closes nothing', 'fix(api)!: RM-12 was wrong', 'RM-12'],
  ['a longer word closes nothing', 'prefixes RM-1, disclosed RM-2', 'RM-1 RM-2'],

  ['does not', 'This does not fix RM-1', 'RM-1:closing'],
  ["doesn't", "Doesn't fix RM-1 or close RM-2", 'RM-1:closing RM-2:closing'],
  ['a curly apostrophe', 'Doesn’t fix RM-1', 'RM-1:closing'],
  ['without', 'Refactor without fixing RM-1', 'RM-1:closing'],
  ['partially', 'Partially fixes RM-1', 'RM-1:closing'],
  ['not only', 'Not only fixes RM-1', 'RM-1!:closing'],
  ['will', 'Will fix RM-1 later', 'RM-1:closing'],
  ['TODO', 'TODO: fix RM-1', 'RM-1:closing'],
  ['WIP', 'WIP fix RM-1', 'RM-1:closing'],
  ['prepare', 'Prepare to fix RM-1', 'RM-1:closing'],
  ['follow-up', 'Follow-up to fixing RM-1', 'RM-1:closing'],
  ['part of', 'Part of fixing RM-1', 'RM-1:closing'],
  ['needed', 'This is needed to close RM-2', 'RM-2:closing'],
  ['what was to be done', 'Add a retry to fix RM-1', 'RM-1!:closing'],
  ['quotes', 'Fixes `RM-1` and **RM-2**', 'RM-1!:closing RM-2!:closing'],
  ['a word before the id', 'fixes issue RM-1, resolves the RM-2 crash', 'RM-1!:closing RM-2!:closing'],
  ['another sentence', 'Does not change the API. Fixes RM-1', 'RM-1!:closing'],
  ['another part of the sentence', 'Does not fix RM-1, fixes RM-2', 'RM-1:closing RM-2!:closing'],

  ['a trailer', 'Add tests\n\nBecause.\n\nTask: RM-1', 'RM-1:trailer'],
  [
    'several trailers',
    'x\n\nTask: RM-1\nRefs: RM-2, RM-3\nRoadmap: RM-4\nSigned-off-by: Ada <ada@example.com>',
    'RM-1:trailer RM-2:trailer RM-3:trailer RM-4:trailer',
  ],
  [
    'a derived id in a trailer',
    'x\n\nTask: testing-quality/add-e2e-api-tests',
    'testing-quality/add-e2e-api-tests:trailer',
  ],
  ['numbers in a trailer', 'x\n\nTask: 1.2, 7', '1.2:trailer 7:trailer'],
  ['no issues in a trailer', 'x\n\nRefs: #12, 13', ''],
  ['only in the last paragraph', 'x\n\nTask: add-tests\n\nMore prose.', ''],
  ['not among prose', 'x\n\nThis is prose\nTask: add-tests', ''],
  [
    'beside a line of another tool',
    'x\n\nTask: add-tests\n(cherry picked from commit 0123456789)',
    'add-tests:trailer',
  ],
  ['a trailer that goes on', 'x\n\nTask: RM-1,\n RM-2', 'RM-1:trailer RM-2:trailer'],
  ['a closing trailer', 'x\n\nFixes: add-tests', 'add-tests!:closing'],
  ['other trailers are text', 'x\n\nSee-also: RM-1', 'RM-1'],

  ['a merged branch', "Merge branch 'feat/rm-12-add-tests' into main", 'rm-12:branch rm-12-add-tests:branch'],
  [
    'a merged pull request',
    'Merge pull request #7 from ada/feat/RM-12-tests\n\nAdd tests for RM-13',
    'RM-12:branch RM-12-tests:branch RM-13',
  ],
  ['a merged remote branch', "Merge remote-tracking branch 'origin/rm-1'", 'rm-1:branch'],
  ['not what it was merged into', "Merge branch 'main' into rm-1", 'rm-1'],
  ['a squash with its points', 'Tests (#7)\n\n* RM-1 Add one\n* closes RM-2\n* RM-3', 'RM-2!:closing RM-1 RM-3'],

  [
    'a revert closes nothing',
    'Revert "closes RM-1"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
    'RM-1:closing',
  ],
  ['CRLF', 'x\r\n\r\nWhy.\r\n\r\nTask: RM-1\r\n', 'RM-1:trailer'],
];

describe('The message of a commit', () => {
  for (const [what, message, expected] of cases) {
    it(`says of tasks: ${what}`, () => assert.equal(said(message), expected));
  }

  it('says which commit it reverts', () => {
    const { reverts } = readCommitMessage(
      'Revert "x"',
      'This reverts commit 0123456789abcdef0123456789abcdef01234567.',
    );
    assert.deepEqual(reverts, ['0123456789abcdef0123456789abcdef01234567']);
  });

  it('says which pull request it reverts', () => {
    assert.deepEqual(readCommitMessage('Revert "Fix RM-1 (#34)" (#35)', 'Reverts ada/harbour#34').reverts, ['#34']);
  });

  it('is read at its beginning and its end where it is long', () => {
    const body = `RM-1\n\n${'word '.repeat(1_000_000)}\n\nTask: RM-2`;
    assert.deepEqual(
      readCommitMessage('x', body).mentions.map(({ raw }) => raw),
      ['RM-2', 'RM-1'],
    );
  });

  for (const [what, piece] of [
    ['closing words', 'fixes '],
    ['lists', 'fixes RM-1, '],
    ['ids', 'RM-1 '],
    ['hyphens', 'a-'],
    ['digits', '1.'],
    ['negations', 'not fix '],
    ['trailers', 'A: b\n'],
    ['blanks', ' '],
    ['breaks', '\n'],
    ['brackets', '['],
  ] as const) {
    it(`is read in linear time: ${what}`, () => {
      checkGrowth(
        (size) => piece.repeat(size / piece.length),
        3_500,
        // Only so much of a message is read: what is slow must show below that.
        (text) => readCommitMessage(text.slice(0, 1_000), text),
      );
    });
  }
});

describe('The name of a branch', () => {
  for (const [name, expected] of [
    ['feat/rm-12-add-tests', 'rm-12'],
    ['RM-12-add-tests', 'RM-12'],
    ['rm-12', 'rm-12'],
    ['ada/rm-12_rm-13', 'rm-12 rm-13'],
    ['t012-parser', 't012'],
    ['feat/BACK-222.1-x', 'BACK-222.1'],
    ['feat/add-e2e-api-tests', 'add-e2e-api-tests'],
    ['task/login', 'login'],
    ['ada/task/quality/add-tests', 'quality/add-tests'],
    ['tasks/login', ''],
    ['main', ''],
    ['release-1.2', 'release-1.2'],
  ] as const) {
    it(`${name} is for ${expected || 'no task'}`, () => {
      const found = branchMentions(name).map(({ raw }) => raw);
      assert.equal(found.filter((raw) => raw === expected || expected.split(' ').includes(raw)).join(' '), expected);
    });
  }
});
