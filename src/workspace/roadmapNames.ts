import { formatOf } from '../core/formats/index.js';

/** Which files are looked at: by their names, and by the directories they stand in. */

/** Directories of a folder whose files are candidates, beside the folder's own; compared in lower case. */
const roadmapDirectories: ReadonlySet<string> = new Set(['docs', 'doc', '.github']);

/** The directory of our own configuration, and its file names. */
export const configDirectory = '.roadmap';
export const configNames: readonly string[] = ['config.yaml', 'config.yml'];

/** `ROADMAP`, `TECHNICAL_ROADMAP`, `roadmap-2026`, `Product Roadmap`, `MILESTONES`, in any case. */
const roadmapName = /(?:^|[-_. ])(?:roadmap|milestones)(?:$|[-_. ])/;

/** Files every repository has that speak of plans without being one. */
const otherName =
  /^(?:readme|changelog|changes|history|news|contributing|code_of_conduct|security|support|license|licence|authors|maintainers|governance|pull_request_template|issue_template|agents|claude)\b/;

/** How a file's name speaks for it: `named` is a roadmap, `possible` is one if its text looks like it. */
export function judgeName(name: string): 'named' | 'possible' | undefined {
  if (!formatOf(name)) return undefined;
  const stem = name.toLowerCase().replace(/\.[^.]*$/, '');
  if (roadmapName.test(stem)) return 'named';
  return otherName.test(stem) ? undefined : 'possible';
}

/** Whether a path is one of the directories that are looked through, relative to its folder. */
export function isRoadmapDirectory(path: string): boolean {
  return roadmapDirectories.has(path.toLowerCase());
}

/** Whether a path is our configuration, or the directory of it. */
export function isConfigPath(path: string): boolean {
  return path === configDirectory || configNames.some((name) => path === `${configDirectory}/${name}`);
}

/** A configured path or glob with `/`, however it is written. */
export function slashed(pattern: string): string {
  return pattern.replaceAll('\\', '/');
}

/** Whether a configured path or glob leads out of its folder: by `..`, from a drive (`C:\plan.md`) or a server (`\\nas\plan.md`). */
export function leadsOut(pattern: string): boolean {
  const path = slashed(pattern);
  return /^(?:[a-z]:\/|\/\/)/i.test(path) || path.split('/').includes('..');
}

/** Directories that hold other people's files; globs do not look into them. */
export function isForeignPath(path: string): boolean {
  return /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(path);
}
