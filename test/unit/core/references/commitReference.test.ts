import assert from 'node:assert/strict';
import { readCommitMessage } from '../../../../src/core/references/commitMessage.js';
import { referenceEdit, type ReferenceForm } from '../../../../src/core/references/commitReference.js';
import { readCommitText } from '../../../../src/core/references/commitText.js';
import { checkGrowth } from '../../../support/growth.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';

/** The message with the reference; undefined where it has one already. */
function insert(text: string, form: ReferenceForm, isFile = false, id = 'RM-12'): string | undefined {
  const edit = referenceEdit(text, id, { form, isFile });
  return edit && applyEdits(text, [edit]);
}

const remarks = [
  '# Please enter the commit message for your changes. Lines starting',
  "# with '#' will be ignored, and an empty message aborts the commit.",
  '#',
  '# On branch main',
  '',
].join('\n');

describe('A reference in a commit message', () => {
  const trailers: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    ['of a subject', 'Add tests', 'Add tests\n\nTask: RM-12'],
    ['of a subject and a body', 'Add tests\n\nThey are slow.', 'Add tests\n\nThey are slow.\n\nTask: RM-12'],
    ['behind other trailers', 'Add\n\nRefs: #3', 'Add\n\nRefs: #3\nTask: RM-12'],
    ['behind one of another task', 'Add\n\nTask: RM-1', 'Add\n\nTask: RM-1\nTask: RM-12'],
    [
      'behind trailers with a folded line',
      'Add\n\nBody.\n\nSigned-off-by: Ada\n  Lovelace',
      'Add\n\nBody.\n\nSigned-off-by: Ada\n  Lovelace\nTask: RM-12',
    ],
    [
      'behind prose among trailers of git',
      'Add\n\nprose\nSigned-off-by: Ada',
      'Add\n\nprose\nSigned-off-by: Ada\nTask: RM-12',
    ],
    ['below prose with a colon', 'Add\n\nNote: this\nis prose.', 'Add\n\nNote: this\nis prose.\n\nTask: RM-12'],
    ['below a subject like a trailer', 'Fix: the door', 'Fix: the door\n\nTask: RM-12'],
    ['below a subject of two lines', 'Fix\nSee: it', 'Fix\nSee: it\n\nTask: RM-12'],
    ['before blank lines at the end', 'Add\n\n\n', 'Add\n\nTask: RM-12\n\n\n'],
    ['below an empty subject', '', '\n\nTask: RM-12'],
    ['with the line ends that are there', 'Add\r\n\r\nBody.', 'Add\r\n\r\nBody.\r\n\r\nTask: RM-12'],
    ['with line ends of another kind', 'Add\r\n\r\nRefs: #1\r\n', 'Add\r\n\r\nRefs: #1\r\nTask: RM-12\r\n'],
    ['never twice: a trailer', 'Add\n\nTask: rm-12', undefined],
    ['never twice: one of several', 'Add\n\nTask: RM-1, RM-12', undefined],
    ['never twice: in the subject', 'RM-12: Add', undefined],
    ['never twice: closed', 'Add\n\nCloses RM-12.', undefined],
    ['though another id begins alike', 'RM-120: Add', 'RM-120: Add\n\nTask: RM-12'],
  ];
  for (const [what, before, after] of trailers) {
    it(`is a trailer ${what}`, () => assert.equal(insert(before, 'trailer'), after));
  }

  const subjects: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    ['before it', 'Add tests', 'RM-12: Add tests'],
    ['before an empty one', '', 'RM-12: '],
    ['behind a type', 'feat: add tests', 'feat: RM-12 add tests'],
    ['behind a type with a scope', 'fix(api)!: add tests', 'fix(api)!: RM-12 add tests'],
    ['before the id of another', 'RM-1: Add tests', 'RM-12: RM-1: Add tests'],
    ['behind blanks and empty lines', '\n  Add', '\n  RM-12: Add'],
    ['of a message with a body', 'Add\r\n\r\nBody.', 'RM-12: Add\r\n\r\nBody.'],
    ['not before one that finds its commit', 'fixup! Add tests', 'fixup! Add tests\n\nTask: RM-12'],
    ['never twice', 'feat: RM-12 add tests', undefined],
  ];
  for (const [what, before, after] of subjects) {
    it(`stands in the subject ${what}`, () => assert.equal(insert(before, 'subject'), after));
  }

  it('is a trailer where the subject could not say it', () => {
    assert.equal(insert('Add', 'subject', false, 'add-tests'), 'Add\n\nTask: add-tests');
    assert.equal(insert('Add\n\nTask: add-tests', 'subject', false, 'add-tests'), undefined);
  });

  it('is read back, in either form', () => {
    for (const form of ['trailer', 'subject'] as const) {
      for (const id of ['RM-12', 'T012', 'login', 'quality/add-tests', '1.2']) {
        const { subject, body } = readCommitText(insert('feat: x\n\nBody: a\nb', form, false, id)!, false);
        assert.ok(
          readCommitMessage(subject, body).mentions.some(({ raw }) => raw === id),
          `${form} ${id}`,
        );
      }
    }
  });

  it('stands before the remarks of git in a file', () => {
    assert.equal(insert(`\n${remarks}`, 'trailer', true), `\n\nTask: RM-12\n${remarks}`);
    assert.equal(insert(`Add\n${remarks}`, 'trailer', true), `Add\n\nTask: RM-12\n${remarks}`);
    assert.equal(insert(`# note\nAdd\n\n${remarks}`, 'subject', true), `# note\nRM-12: Add\n\n${remarks}`);
    assert.equal(insert(`Add\n\nRefs: #1\n${remarks}`, 'trailer', true), `Add\n\nRefs: #1\nTask: RM-12\n${remarks}`);
  });

  it('counts nothing that git takes out of a file', () => {
    const diff = `Add\n# ------------------------ >8 ------------------------\n# Do not\n+ RM-12\n\nTask: RM-12\n`;
    assert.equal(insert(diff, 'trailer', true), diff.replace('Add', 'Add\n\nTask: RM-12'));
    assert.equal(insert(`Add\n# RM-12\n${remarks}`, 'trailer', true), `Add\n\nTask: RM-12\n# RM-12\n${remarks}`);
    const other = remarks.replaceAll('#', ';');
    assert.equal(insert(`#12 Add\n; RM-12\n${other}`, 'trailer', true), `#12 Add\n\nTask: RM-12\n; RM-12\n${other}`);
  });

  it('takes a line with # in a box for what it is', () => {
    assert.equal(insert('#12 Add', 'trailer'), '#12 Add\n\nTask: RM-12');
    assert.equal(insert('# RM-12', 'trailer'), undefined);
  });

  it('means the task by another name', () => {
    const names = ({ raw }: { readonly raw: string }) => raw === 'OLD-1';
    assert.equal(referenceEdit('OLD-1 Add', 'RM-12', { form: 'trailer', isFile: false, names }), undefined);
  });

  for (const piece of ['a\n', '# a\n', '\n', 'A: b\n', "; x\n; '", '\r'] as const) {
    it(`is found in linear time: ${JSON.stringify(piece)}`, () => {
      checkGrowth(
        (size) => piece.repeat(size / piece.length),
        20_000,
        (text) => referenceEdit(text, 'RM-12', { form: 'trailer', isFile: true }),
      );
    });
  }
});
