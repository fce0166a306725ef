import type { Group, Roadmap } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import { countLeaves, doneRatio, percent, statusOf, type Counts } from '../progress/counts.js';
import { cut, padEnd, padStart, printable, width } from './columns.js';
import { fraction, plural, sayWindow, statusSigns } from './words.js';

/** How the text is drawn: its width in columns, and what colours it, if anything does. */
export interface TextStyle {
  readonly columns: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
}

const barLength = 20;

/** The status of a roadmap as lines of text: its groups with bars, then its registers and problems in a line each. */
export function statusText(file: RoadmapFile, style: TextStyle): string[] {
  const { roadmap } = file;
  const path = printable(file.path);
  if (!roadmap) return [`${style.bold(path)}  ${style.warn('could not be read')}`];
  const total = countLeaves(roadmap);
  const lines = [`${style.bold(printable(roadmap.title))}  ${style.dim(path)}`];
  const rows: Row[] = [];
  const groups = (nodes: Roadmap['children'], depth: number) => {
    for (const node of nodes) {
      if (node.kind === 'task' || countLeaves(node).total + countLeaves(node).cancelled === 0) continue;
      rows.push(groupRow(node, depth));
      if (depth < 1) groups(node.children, depth + 1);
    }
  };
  groups(roadmap.children, 0);
  const all: Row = { depth: 0, sign: '', name: rows.length > 0 ? 'All' : 'Tasks', counts: total, note: '' };
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
}

function groupRow(group: Group, depth: number): Row {
  const window = group.window && !group.name.includes(group.window.text) ? sayWindow(group.window) : '';
  const priority = group.priority?.value;
  const loud = priority === 'critical' || priority === 'high' ? priority : '';
  return {
    depth,
    sign: `${statusSigns[statusOf(group)]} `,
    name: printable(group.name),
    counts: countLeaves(group),
    note: [window, loud].filter(Boolean).join(' · '),
  };
}

/** Aligned columns; names are cut where the terminal is narrow. */
function table(rows: readonly Row[], style: TextStyle): string[] {
  const fractions = Math.max(...rows.map(({ counts }) => fraction(counts).length));
  const notes = Math.max(...rows.map(({ note }) => width(note)));
  const fixed = 2 + 2 + barLength + 2 + fractions + 2 + 5 + (notes > 0 ? notes + 2 : 0);
  const longest = Math.max(...rows.map(({ depth, sign, name }) => depth * 2 + width(sign) + width(name)));
  const names = Math.max(12, Math.min(longest, style.columns - fixed));
  return rows.map(({ depth, sign, name, counts, note }) => {
    const title = padEnd(cut(`${'  '.repeat(depth)}${sign}${name}`, names), names);
    const filled = Math.min(barLength, Math.floor(doneRatio(counts) * barLength + 1e-9));
    const bar = style.good('■'.repeat(filled)) + style.dim('□'.repeat(barLength - filled));
    const share = `${padStart(String(percent(counts)), 3)} %`;
    return `  ${title}  ${bar}  ${padStart(fraction(counts), fractions)}  ${share}${note ? `  ${style.dim(note)}` : ''}`.trimEnd();
  });
}

function registersLine({ metrics, risks, dependencies, themes, review }: Roadmap): string {
  const claimed = metrics.filter((metric) => metric.claimed === 'met').length;
  return [
    metrics.length > 0 ? `metrics: ${metrics.length}, ${claimed} claimed met` : '',
    risks.length > 0 ? `risks: ${risks.length}` : '',
    dependencies.length > 0 ? `dependencies: ${dependencies.length}` : '',
    themes.length > 0 ? `themes: ${themes.length}` : '',
    review?.frequency ? `review: ${printable(review.frequency.value).toLowerCase()}` : '',
  ]
    .filter(Boolean)
    .join('    ');
}

/** `problems: 1 error, 2 warnings` */
export function problemsLine(problems: readonly { readonly severity: string }[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
    .filter(Boolean)
    .join(', ');
}
