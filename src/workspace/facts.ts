import * as l10n from '@vscode/l10n';
import { emptyConfig, type Config } from '../core/model/config.js';
import type { Ignore, Problem } from '../core/model/problem.js';
import { tasksOf } from '../core/model/roadmap.js';
import type { ConfigFile, Folder, RoadmapFile } from '../core/model/snapshot.js';
import { LineIndex, type Span } from '../core/model/span.js';
import type { Format, ParseOptions } from '../core/formats/format.js';
import { formatOf, formats } from '../core/formats/index.js';
import { readIgnores } from '../core/references/ignores.js';
import { idKey } from '../core/references/taskId.js';
import type { FileText } from './ports.js';
import { isCalledRoadmap, isConfigPath, isOwnRoadmap } from './roadmapNames.js';

/** A file as the host read it: its text, or why there is none. */
export interface FileReading {
  readonly uri: string;
  readonly path: string;
  readonly folder: Folder;
  readonly text?: FileText;
  readonly problems: readonly Problem[];
}

/** How surely an unnamed file must look like a roadmap to be taken for one. */
const recognised = 0.6;

/**
 * Reads a roadmap file; undefined where it is no roadmap after all. What reads its format is loaded with the first such
 * file; the same reading gives equal facts.
 */
export async function roadmapFacts(
  reading: FileReading,
  named: boolean,
  config: Config,
): Promise<RoadmapFile | undefined> {
  const { uri, path, folder, text } = reading;
  if (!text) {
    return named ? { uri, path, folder, lines: new LineIndex(''), problems: reading.problems } : undefined;
  }
  const format = formatOf(path);
  if (!format) return named ? unread(reading, unknownFormat()) : undefined;
  if (isConfigPath(path))
    return named ? unread(reading, l10n.t('This is the configuration, no roadmap: name another file.')) : undefined;
  const sure = isOwnRoadmap(path) || (named && !format.anyShape) || format.recognise(text.text) >= recognised;
  const byShape = isReadByShape(format, path, text.text, named);
  if (!sure && !byShape) return undefined;
  const lines = new LineIndex(text.text);
  try {
    const read = await format.load(byShape);
    const { value, problems } = read(text.text, parseOptions(path, text, config));
    if (byShape && tasksOf(value).next().done) {
      // Nobody said that it is a roadmap, and it is none.
      return named ? { uri, path, folder, lines, problems: [...reading.problems, ...problems] } : undefined;
    }
    return {
      uri,
      path,
      folder,
      lines,
      roadmap: value,
      problems: [...reading.problems, ...problems],
      ...ignoresOf(text, format.id === 'markdown'),
    };
  } catch (error) {
    // Readers do not throw. One that does all the same costs its file, not the folder.
    const message = l10n.t(
      'This file could not be read because of a defect of Roadmap Lens ({0}): please report it.',
      String(error),
    );
    return { uri, path, folder, lines, problems: [{ code: 'cannot-read', severity: 'error', message }] };
  }
}

/** What a roadmap is read with. */
export function parseOptions(path: string, { encoding }: FileText, config: Config): ParseOptions {
  return {
    fallbackTitle: titleOfPath(path),
    statusMarks: config.statusMarks,
    ...(config.dialect === undefined ? {} : { dialect: config.dialect }),
    ...(config.idPrefix === undefined ? {} : { idPrefix: config.idPrefix }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/** Whether a file is read by its shape alone: nobody says that it is a roadmap, but it is named or called one. */
export function isReadByShape(format: Format, path: string, text: string, named: boolean): boolean {
  const sure = isOwnRoadmap(path) || (named && !format.anyShape) || format.recognise(text) >= recognised;
  return !sure && format.anyShape === true && (named || isCalledRoadmap(path));
}

/** A file that was named, but that is no roadmap. */
function unread({ uri, path, folder, text }: FileReading, message: string): RoadmapFile {
  const lines = new LineIndex(text?.text ?? '');
  return { uri, path, folder, lines, problems: [{ code: 'cannot-read', severity: 'error', message }] };
}

/** What is said of a file that no format reads. */
function unknownFormat(): string {
  const endings = formats.flatMap((format) => format.endings).join(', ');
  return l10n.t('This kind of file is not read: name a roadmap that ends in {0}.', endings);
}

/** `docs/TECHNICAL_ROADMAP.md` → `Technical roadmap` */
function titleOfPath(path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words = stem.replace(/[-_]+/g, ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Reads a configuration file. What reads YAML is loaded with the first one. */
export async function configFacts(reading: FileReading): Promise<ConfigFile> {
  const { uri, path, folder, text } = reading;
  const lines = new LineIndex(text?.text ?? '');
  if (!text) return { uri, path, folder, lines, config: emptyConfig, problems: reading.problems };
  const { readConfig } = await import('../core/config/readConfig.js');
  const { value, problems } = readConfig(text.text);
  return { uri, path, folder, lines, config: value, problems: [...reading.problems, ...problems], ...ignoresOf(text) };
}

/** What the comments of a file silence. */
function ignoresOf({ text }: FileText, prose = false): { ignores?: readonly Ignore[] } {
  const ignores = readIgnores(text, prose);
  return ignores ? { ignores } : {};
}

/**
 * Adds what only shows beside the roadmaps: aliases for tasks that do not exist, and entries that match no file.
 * `matched` are the entries of `roadmaps` that do; absent where nobody looked.
 */
export function checkConfig(
  file: ConfigFile,
  roadmaps: readonly RoadmapFile[],
  matched?: ReadonlySet<string>,
): ConfigFile {
  const { aliases, aliasSpans, roadmaps: entries, roadmapSpans } = file.config;
  const found: Problem[] = [];
  for (const entry of matched ? entries : []) {
    if (matched?.has(entry)) continue;
    const message = l10n.t('"{0}" matches no file that can be a roadmap: check it, or remove it.', entry);
    found.push({ code: 'config-value', severity: 'warning', message, ...spanOf(roadmapSpans.get(entry)) });
  }
  const ids = new Set<string>();
  for (const { roadmap } of aliases.size > 0 ? roadmaps : []) {
    if (roadmap) for (const task of tasksOf(roadmap)) ids.add(idKey(task.id));
  }
  for (const [old, id] of aliases) {
    // An alias may stand for another one, where a task was renamed twice.
    if (ids.has(idKey(id)) || aliases.has(idKey(id))) continue;
    const message = l10n.t(
      'The alias {0} stands for {1}, which no task has: name the id of an existing task, or remove the line.',
      old,
      id,
    );
    found.push({ code: 'unknown-alias', severity: 'warning', message, ...spanOf(aliasSpans.get(old)) });
  }
  return found.length === 0 ? file : { ...file, problems: [...file.problems, ...found] };
}

function spanOf(span: Span | undefined): { span?: Span } {
  return span ? { span } : {};
}
