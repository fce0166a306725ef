import { resolve } from 'node:path';
import { branchTemplate } from '../core/agents/getTask.js';
import type { LinkInput } from '../core/agents/linking.js';
import { link as tie, type LinkHost } from '../core/agents/runTool.js';
import { Refused } from '../core/model/refused.js';
import { printable } from '../core/views/columns.js';
import { findCommits } from '../hosts/node/git/findCommits.js';
import { paths } from '../hosts/node/paths.js';
import { editTodo } from '../hosts/node/project/editTodo.js';
import { withPathsFrom } from '../hosts/node/project/readPlace.js';
import { allWork, folderAt, portsOf, readWork } from '../hosts/node/project/readWork.js';
import { WriteRefused } from '../hosts/node/replaceFile.js';
import { exit, type Io } from './io.js';

export interface LinkOptions {
  /** `PATH:LINE`, as `todos` prints it. */
  readonly todo?: string;
  readonly text?: string;
  readonly commit?: string;
  readonly roadmap?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `roadmap-lens link TASK --todo PATH:LINE --text TEXT` and `link TASK --commit HASH`: as the tool `link` does it, and says it. */
export async function link(task: string, path: string, options: LinkOptions, io: Io): Promise<number> {
  const { json, dryRun = false } = options;
  try {
    const folder = await folderAt(path, io.cwd);
    const host: LinkHost = {
      template: branchTemplate,
      snapshot: async () => withPathsFrom(io.cwd, await readWork(portsOf([folder]), allWork)),
      editTodo: (todo, change, isDry) => editTodo(todo, change, isDry, () => {}),
      findCommits: (prefix) => findCommits(folder, prefix),
    };
    const { structured, text } = await tie(host, { task, ...inputOf(options, io) });
    io.out(json ? `${JSON.stringify(structured, null, 2)}\n` : `${text.trimEnd()}\n`);
    return exit.ok;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof WriteRefused)) throw error;
    const { message } = error;
    const said = { schemaVersion: 1, task, linked: false, changed: false, dryRun, message };
    if (json) io.out(`${JSON.stringify(said, null, 2)}\n`);
    io.err(`roadmap-lens: ${printable(message)}\n`);
    return exit.input;
  }
}

function inputOf({ todo, text, commit, roadmap, dryRun }: LinkOptions, io: Io): Omit<LinkInput, 'task'> {
  const given = {
    ...(roadmap === undefined ? {} : { roadmap }),
    ...(commit === undefined ? {} : { commit }),
    ...(text === undefined ? {} : { text }),
    ...(dryRun ? { dryRun } : {}),
  };
  if (todo === undefined) {
    if (text !== undefined) throw new Refused('--text is that of a TODO: give --todo PATH:LINE, too.');
    return given;
  }
  const found = /^(.+):([1-9]\d{0,8})$/.exec(todo);
  if (!found) throw new Refused(`"${todo}" is no place of a TODO: write --todo PATH:LINE, lines counted from 1.`);
  if (text === undefined) throw new Refused('Say by --text what the TODO says, as it was read.');
  return { ...given, path: paths.from(io.cwd, resolve(io.cwd, found[1]!)), line: Number(found[2]) };
}
