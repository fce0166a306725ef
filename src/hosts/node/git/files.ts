import * as l10n from '@vscode/l10n';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parsed } from '../../../core/model/problem.js';
import type { ChangedFile } from '../../../workspace/ports.js';
import { ByteSplitter } from '../runProcess.js';
import { isHash } from './commitReader.js';
import { isRevision, succeeded, type Git } from './git.js';
import { gitProblems, historyProblem } from './gitProblems.js';

/** Files that are told of one commit. */
export const maxChangedFiles = 5_000;

/** Bytes of a file that are read at most. */
export const maxBlobBytes = 10 * 1024 * 1024;

const statuses: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
  T: 'modified',
};

/** There are more files than are told. */
class EnoughFiles extends Error {}

/** What a commit changed against its first parent: see the port. */
export async function readChangedFiles(
  git: Git,
  hash: string,
  commonDirectory: string,
): Promise<Parsed<readonly ChangedFile[]>> {
  if (!isHash(hash)) return { value: [], problems: [noSuchRevision(hash)] };
  if (await isCutOff(hash, commonDirectory)) {
    const message = l10n.t(
      'What the commit {0} changed is unknown, as this clone is shallow: run `git fetch --unshallow`.',
      hash,
    );
    return { value: [], problems: [historyProblem('info', message)] };
  }
  const files: ChangedFile[] = [];
  let waiting: string[] = [];
  const names = new ByteSplitter(0, (bytes) => {
    waiting.push(bytes.toString('utf8'));
    const [letters, path, other] = waiting;
    // Two names where one became the other: `R087`, old, new.
    const pair = /^[RC]/.test(letters!);
    if (waiting.length < (pair ? 3 : 2)) return;
    waiting = [];
    const status = statuses[letters!.charAt(0)];
    if (!status) return;
    if (files.length >= maxChangedFiles) throw new EnoughFiles();
    files.push({ status, path: pair ? other! : path!, ...(status === 'renamed' ? { oldPath: path! } : {}) });
  });
  try {
    // Not `diff-tree`, which older versions of git do not keep to the first parent.
    const result = await git.run(
      [
        'log',
        '-1',
        '-m',
        '--first-parent',
        '--root',
        '--format=',
        '--name-status',
        '-r',
        '-z',
        '-M',
        '-l1000',
        '--no-show-signature',
        '--no-ext-diff',
        '--no-textconv',
        '--no-color',
        '--ignore-submodules=none',
        hash,
        '--',
      ],
      { take: (chunk) => names.push(chunk), maxOutput: Infinity },
    );
    if (!succeeded(result)) return { value: files, problems: gitProblems(result, git.options.cwd) };
    return { value: files, problems: [] };
  } catch (error) {
    if (!(error instanceof EnoughFiles)) throw error;
    const message = l10n.t(
      'The commit {0} changes more files than are looked at: {1} of them are.',
      hash,
      files.length,
    );
    return { value: files, problems: [historyProblem('info', message)] };
  }
}

/** Whether a commit has parents that a shallow clone lacks: git would take it for the very first, and all files for new. */
async function isCutOff(hash: string, commonDirectory: string): Promise<boolean> {
  const text = await readFile(join(commonDirectory, 'shallow'), 'latin1').catch(() => '');
  return text.split('\n').includes(hash);
}

/** A file as it is in a revision: see the port. */
export async function readBlob(git: Git, revision: string, path: string): Promise<Parsed<Uint8Array | undefined>> {
  if (!isRevision(revision)) return { value: undefined, problems: [noSuchRevision(revision)] };
  // Neither filters nor `textconv` see it; the name follows the colon as it is, whatever it holds.
  const result = await git.run(['cat-file', 'blob', `${revision}:${path}`], { maxOutput: maxBlobBytes });
  if (succeeded(result)) return { value: result.stdout, problems: [] };
  if (result.end === 'exited') return { value: undefined, problems: [] };
  return { value: undefined, problems: gitProblems(result, git.options.cwd) };
}

/** A text that names no revision. */
export function noSuchRevision(text: string) {
  return historyProblem('error', l10n.t('{0} is no revision: check its name.', JSON.stringify(text.slice(0, 100))));
}
