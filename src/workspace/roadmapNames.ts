import { formatOf } from '../core/formats/index.js';

/** Which files are looked at: by their names, and by the directories they stand in. */

/** Directories of a folder whose files are candidates, beside the folder's own; compared in lower case. */
const roadmapDirectories: ReadonlySet<string> = new Set(['docs', 'doc', '.github']);

/** The directory of our own configuration and of roadmaps in our own shape, and the names of the configuration. */
export const configDirectory = '.roadmap';
export const configNames: readonly string[] = ['config.yaml', 'config.yml'];

/** `ROADMAP`, `TECHNICAL_ROADMAP`, `roadmap-2026`, `Product Roadmap`, `MILESTONES`, in any case. */
const roadmapWord = /(?:^|[-_. ])(?:roadmap|milestones)(?:$|[-_. ])/;

/** Files every repository has that speak of plans without being one. */
const otherName =
  /^(?:readme|changelog|changes|history|news|contributing|code_of_conduct|security|support|license|licence|authors|maintainers|governance|pull_request_template|issue_template|agents|claude)\b/;

/** Files of tools, some of them large, that are no roadmaps though their endings are those of one. */
const toolFile =
  /^(?:\.|package\b|npm-shrinkwrap\b|pnpm-|composer\b|[jt]sconfig\b|docker-compose\b|openapi\b|swagger\b)/;

/** What belongs to roadmaps without being one: `roadmap.schema.json`, `roadmap.config.yml`. */
const notPlan = /[-_. ](?:schema|config|configuration|settings|template|types|lock|test|spec)$/;

/**
 * How a file's name speaks for it: `named` is a roadmap, `possible` is one if its text looks like it. A name alone makes
 * no roadmap of a file that may as well hold somebody else's data.
 */
export function judgeName(name: string): 'named' | 'possible' | undefined {
  const format = formatOf(name);
  if (!format) return undefined;
  const stem = stemOf(name);
  if (format.anyShape) return toolFile.test(stem) ? undefined : 'possible';
  if (roadmapWord.test(stem)) return 'named';
  return otherName.test(stem) ? undefined : 'possible';
}

/** Whether a file is called a roadmap, whatever its kind: its name alone lets somebody else's data be looked at as one. */
export function isCalledRoadmap(path: string): boolean {
  const stem = stemOf(path.slice(path.lastIndexOf('/') + 1));
  return roadmapWord.test(stem) && !toolFile.test(stem) && !notPlan.test(stem);
}

function stemOf(name: string): string {
  return name.toLowerCase().replace(/\.[^.]*$/, '');
}

/** Whether a path is that of a roadmap in our own shape: YAML and JSON in `.roadmap/`, the configuration apart. */
export function isOwnRoadmap(path: string): boolean {
  const [directory, name, ...deeper] = path.split('/');
  const format = formatOf(path);
  return (
    directory === configDirectory &&
    name !== undefined &&
    deeper.length === 0 &&
    !isConfigPath(path) &&
    format?.anyShape === true
  );
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
