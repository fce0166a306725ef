import * as l10n from '@vscode/l10n';
import type { Group, Roadmap } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import { countLeaves, doneRatio, percent, statusOf, type Counts } from '../progress/counts.js';
import { lateness, sayLateness, type Timing } from './timing.js';
import { cut, padEnd, padStart, printable, width } from './columns.js';
import { fraction, priorityWord, sayDue, sayWindow, statusSigns } from './words.js';

/** How the text is drawn: its width in columns, and what colours it, if anything does. */
export interface TextStyle {
  readonly columns: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** Names keep at least this much before bars and notes are drawn beside them. */
const enoughForNames = 32;

/**
 * The status of a roadmap as lines of text: its groups with bars and, with `timing`, what is late, then its registers in a
 * line.
 */
export function statusText(file: RoadmapFile, style: TextStyle, timing?: Timing): string[] {
  const { roadmap } = file;
  const path = printable(file.path);
  if (!roadmap)
    return [
      `${style.bold(path)}  ${style.warn(l10n.t({ message: 'could not be read', comment: 'Behind the name of a file' }))}`,
    ];
  const total = countLeaves(roadmap);
  const title = cut(printable(roadmap.title), Math.max(12, style.columns - width(path) - 2));
  const lines = [`${style.bold(title)}  ${style.dim(path)}`];
  if (total.total + total.cancelled === 0)
    return [...lines, style.warn(`  ${l10n.t({ message: 'no task was found', comment: 'Below the name of a file' })}`)];
  const rows: Row[] = [];
  const groups = (nodes: Roadmap['children'], depth: number) => {
    for (const node of nodes) {
      if (node.kind === 'task' || countLeaves(node).total + countLeaves(node).cancelled === 0) continue;
      rows.push(groupRow(node, depth, timing));
      if (depth < 1) groups(node.children, depth + 1);
    }
  };
  groups(roadmap.children, 0);
  const name = rows.length > 0 ? l10n.t({ message: 'All', comment: 'All tasks' }) : l10n.t('Tasks');
  const all: Row = { depth: 0, sign: '', name, counts: total, note: '', late: '' };
  lines.push(...table([...rows, all], style));
  const registers = registersLine(roadmap);
  if (registers) lines.push(style.dim(`  ${registers}`));
  return lines;
}

interface Row {
  readonly depth: number;
  readonly sign: string;
  readonly name: string;
  readonly counts: Counts;
  readonly note: string;
  /** `late`: it stands first of what is noted, and stands out. */
  readonly late: string;
}

function groupRow(group: Group, depth: number, timing: Timing | undefined): Row {
  const window = group.window && !group.name.includes(group.window.text) ? sayWindow(group.window) : '';
  const priority = group.priority?.value;
  const loud = priority === 'critical' || priority === 'high' ? priorityWord(priority) : '';
  const status = statusOf(group);
  const open = status !== 'done' && status !== 'cancelled';
  const due = group.due && open ? printable(sayDue(group.due)) : '';
  const late = timing && lateness(timing, group);
  return {
    depth,
    sign: `${statusSigns[status]} `,
    name: printable(group.name),
    counts: countLeaves(group),
    note: [window, due, loud].filter(Boolean).join(' · '),
    late: late ? sayLateness(late) : '',
  };
}

/** Aligned columns. Where the terminal is narrow bars shrink first; then notes give way but for what is late, then the names. */
function table(rows: readonly Row[], style: TextStyle): string[] {
  const longest = (measure: (row: Row) => number) => rows.reduce((most, row) => Math.max(most, measure(row)), 0);
  const fractions = longest(({ counts }) => fraction(counts).length);
  const noteWidth = longest(({ note, late }) => width([late, note].filter(Boolean).join(' · ')));
  const nameWidth = longest(({ depth, sign, name }) => depth * 2 + width(sign) + width(name));
  // Indentation, the gaps between the columns, the fraction and the percentage.
  const fixed = 2 + 2 + fractions + 2 + 5;
  const withNotes = noteWidth > 0 ? noteWidth + 2 : 0;
  const lateWidth = longest(({ late }) => width(late));
  const withLate = lateWidth > 0 ? lateWidth + 2 : 0;
  const room = style.columns - fixed - Math.max(12, Math.min(nameWidth, enoughForNames));
  const bars =
    [20, 10, 5].find((length) => length + 2 + withNotes <= room) ??
    [10, 5].find((length) => length + 2 + withLate <= room) ??
    0;
  const notes = withNotes > 0 && bars + 2 + withNotes <= room;
  const lateAlone = !notes && withLate > 0 && (bars > 0 ? bars + 2 : 0) + withLate <= room;
  const tailWidth = notes ? withNotes : lateAlone ? withLate : 0;
  const names = Math.max(12, Math.min(nameWidth, style.columns - fixed - (bars > 0 ? bars + 2 : 0) - tailWidth));
  return rows.map(({ depth, sign, name, counts, note, late }) => {
    const title = padEnd(cut(`${'  '.repeat(depth)}${sign}${name}`, names), names);
    const filled = Math.min(bars, Math.floor(doneRatio(counts) * bars + 1e-9));
    const bar = bars > 0 ? `  ${style.good('■'.repeat(filled))}${style.dim('□'.repeat(bars - filled))}` : '';
    const share = `${padStart(String(percent(counts)), 3)} %`;
    const said = [style.warn(late), notes ? style.dim(note) : ''].filter(Boolean).join(style.dim(' · '));
    const tail = tailWidth > 0 && said ? `  ${said}` : '';
    return `  ${title}${bar}  ${padStart(fraction(counts), fractions)}  ${share}${tail}`.trimEnd();
  });
}

function registersLine({ metrics, risks, dependencies, themes, review }: Roadmap): string {
  const claimed = metrics.filter((metric) => metric.claimed === 'met').length;
  return [
    metrics.length > 0 ? l10n.t('metrics: {0}, {1} claimed met', metrics.length, claimed) : '',
    risks.length > 0 ? l10n.t('risks: {0}', risks.length) : '',
    dependencies.length > 0 ? l10n.t('dependencies: {0}', dependencies.length) : '',
    themes.length > 0 ? l10n.t('themes: {0}', themes.length) : '',
    review?.frequency ? l10n.t('review: {0}', printable(review.frequency.value).toLowerCase()) : '',
  ]
    .filter(Boolean)
    .join('    ');
}

/** `problems: 1 error, 2 warnings` */
export function problemsLine(problems: readonly { readonly severity: string }[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    errors === 1 ? l10n.t('1 error') : errors > 0 ? l10n.t('{0} errors', errors) : '',
    warnings === 1 ? l10n.t('1 warning') : warnings > 0 ? l10n.t('{0} warnings', warnings) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
