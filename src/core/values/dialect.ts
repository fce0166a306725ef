import { dialectNames, type Dialect, type DialectMark, type DialectName } from '../model/dialect.js';
import type { Status } from '../model/roadmap.js';
import { readLegend } from './legend.js';
import { statusOfBox, type StatusMarks } from './status.js';

/**
 * What check boxes mean where tools disagree. Obsidian: alternative check boxes of its themes and of the Tasks plugin.
 * Kiro: its task lists, those of Org mode and of Task View, in which a hyphen is work in progress.
 */
const dialects: Readonly<Record<DialectName, Readonly<Record<string, Status>>>> = {
  github: {},
  obsidian: { '/': 'doing', '-': 'cancelled', '>': 'todo', '<': 'todo', '!': 'todo', '?': 'todo', '*': 'todo' },
  kiro: { '-': 'doing', '~': 'doing', '>': 'doing', '!': 'blocked', '?': 'todo' },
};

/** What a file is known to be before it is looked at. */
export interface DialectOptions {
  readonly dialect?: DialectName;
  readonly statusMarks?: StatusMarks;
}

/** The marks a file is read with, and how they were found. */
export interface ReadDialect {
  readonly marks: StatusMarks;
  /** Absent where the file has no marks of this kind. */
  readonly dialect?: Dialect;
  /** A name in the front matter that is no dialect's, with its place. */
  readonly unknown?: { readonly text: string; readonly start: number; readonly end: number };
}

/**
 * Finds out how the marks of a Markdown text are meant: by its front matter, else by the workspace, else by what stands in
 * it. A legend of the file's own goes before the dialect, and the workspace's marks before both. Linear in the length.
 */
export function readDialect(text: string, options: DialectOptions = {}): ReadDialect {
  const boxes = boxesIn(text);
  const stated = frontMatterKey(text);
  const named = dialectNames.find((name) => name === stated?.text.toLowerCase());
  const contested = boxes.some(({ mark }) => '->!?<*'.includes(mark));
  const found = named || options.dialect || !contested ? undefined : detect(text, boxes);
  const name = named ?? options.dialect ?? found?.name ?? 'github';
  const source = named ? 'file' : options.dialect ? 'workspace' : found ? 'detected' : 'default';
  const legend = readLegend(text);
  const own = options.statusMarks ?? new Map<string, Status>();
  const marks = new Map<string, Status>();
  for (const [mark, status] of Object.entries(dialects[name])) marks.set(`[${mark}]`, status);
  for (const [mark, status] of [...legend, ...own]) marks.set(mark, status);
  const evidence = named && stated ? [placed(stated)] : (found?.evidence ?? []);
  const described = describe(boxes, name, legend, own, marks);
  const needed = described.length > 0 || source === 'file';
  // Titles are compared with each mark: those that the file does not use stay out.
  const used = new Set(boxes.map(({ mark }) => `[${mark}]`));
  for (const mark of marks.keys()) if (mark.startsWith('[') && mark.length === 3 && !used.has(mark)) marks.delete(mark);
  return {
    marks,
    ...(needed ? { dialect: { name, source, evidence, marks: described } } : {}),
    ...(stated && !named ? { unknown: stated } : {}),
  };
}

interface Box {
  readonly mark: string;
  readonly indent: number;
  readonly index: number;
  readonly end: number;
}

const boxLine = /^([ \t>]{0,40})(?:[-*+]|\d{1,4}[.)])[ \t]{1,4}\[(\S|[ ])\](?=[ \t*])/gm;

function boxesIn(text: string): Box[] {
  return [...text.matchAll(boxLine)].map(({ 0: found, 1: indent, 2: mark, index }) => ({
    mark: mark!.toLowerCase(),
    indent: indent!.replaceAll('\t', '    ').length,
    index: index + found.length - 3,
    end: index + found.length,
  }));
}

/** `roadmap-dialect: obsidian` between the two rules at the beginning of a file. */
function frontMatterKey(text: string) {
  if (!/^---[ \t]*[\r\n]/.test(text)) return undefined;
  const key = /^roadmap-dialect:[ \t]*["']?([^\s"'#][^\n\r"'#]{0,40})/gm;
  const found = key.exec(text.slice(0, 4000));
  const close = /^(?:---|\.\.\.)[ \t]*$/gm;
  close.lastIndex = 4;
  if (!found || found.index > (close.exec(text)?.index ?? 0)) return undefined;
  const value = found[1]!.trimEnd();
  const start = found.index + found[0].indexOf(value, 'roadmap-dialect:'.length);
  return { text: value, start, end: start + value.length };
}

/** What only one tool writes. */
const signs: readonly (readonly [DialectName, RegExp])[] = [
  ['kiro', /^[ \t]*[-*][ \t]{1,4}_Requirements?:[ \t][^\n\r]{0,80}/m],
  ['kiro', /^[ \t]*[-*][ \t]{1,4}\[.\]\*[ \t]/m],
  ['obsidian', /(?:📅|🛫|➕|⏳|✅|❌)\ufe0f? ?\d{4}-\d{2}-\d{2}/u],
  ['obsidian', /[⏫🔼🔽⏬🔺🆔🔁]/u],
  ['obsidian', /\[\[[^\]\n\r]{1,100}\]\]/],
];

/** The dialect that signs in a text speak for. */
function detect(text: string, boxes: readonly Box[]): Pick<Dialect, 'name' | 'evidence'> | undefined {
  for (const [name, sign] of signs) {
    const found = sign.exec(text);
    if (!found) continue;
    return {
      name,
      evidence: [placed({ text: found[0].trim(), start: found.index, end: found.index + found[0].length })],
    };
  }
  const partly = boxes.find((box, index) => box.mark === '-' && isPartly(boxes, index));
  if (partly) return { name: 'kiro', evidence: [placedBox(partly)] };
  // Work in progress has a mark of its own, so the hyphen says something else.
  const slash = boxes.find(({ mark }) => mark === '/');
  return slash ? { name: 'obsidian', evidence: [placedBox(slash)] } : undefined;
}

/** Whether some, but not all of what stands below a check box is done: it is work in progress, not dropped. */
function isPartly(boxes: readonly Box[], index: number): boolean {
  let done = 0;
  let open = 0;
  const { indent } = boxes[index]!;
  for (let i = index + 1; i < boxes.length && boxes[i]!.indent > indent && done * open === 0; i++) {
    if (boxes[i]!.mark === 'x') done++;
    else if (boxes[i]!.mark === ' ') open++;
  }
  return done > 0 && open > 0;
}

function placedBox({ mark, index, end }: Box) {
  return placed({ text: `[${mark}]`, start: index, end });
}

function placed({ text, start, end }: { text: string; start: number; end: number }) {
  return { text, span: { start, end } };
}

function describe(
  boxes: readonly Box[],
  name: DialectName,
  legend: StatusMarks,
  own: StatusMarks,
  marks: StatusMarks,
): DialectMark[] {
  const counts = new Map<string, number>();
  for (const { mark } of boxes) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const described = [...counts].map(([character, count]): DialectMark => {
    const mark = `[${character}]`;
    const status = statusOfBox(character, marks);
    const from = own.has(mark) || own.has(character) ? 'workspace' : legend.has(mark) ? 'file' : undefined;
    return {
      mark,
      count,
      ...(status ? { status } : {}),
      from: from ?? (Object.hasOwn(dialects[name], character) ? 'dialect' : 'common'),
    };
  });
  const symbols = [...legend].filter(([mark]) => !mark.startsWith('[') && !own.has(mark));
  return [...described, ...symbols.map(([mark, status]) => ({ mark, count: 0, status, from: 'file' as const }))];
}
