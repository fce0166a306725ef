import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import type { ParseOptions, Reader } from '../../src/core/formats/format.js';
import { groupsOf, tasksOf, type PlanFacts, type Roadmap } from '../../src/core/model/roadmap.js';
import type { Span } from '../../src/core/model/span.js';

/** Texts with marks in them that say what is expected where, so that tests read like the files they are about. */

/** Takes the cursor out of a text: `- [ ] Wr$0ite` → the text and the offset of `$0`. */
export function withCursor(annotated: string): { readonly text: string; readonly offset: number } {
  const offset = annotated.indexOf('$0');
  if (offset < 0) throw new Error('The text has no $0.');
  return { text: annotated.slice(0, offset) + annotated.slice(offset + 2), offset };
}

/** Splits a text at its `//- path` lines into files; what stands before the first is `ROADMAP.md`. */
export function splitFiles(annotated: string): Record<string, string> {
  const files: Record<string, string> = {};
  const [first, ...rest] = annotated.split(/^\/\/- (.+)\n/m);
  if (first!.trim() !== '') files['ROADMAP.md'] = first!;
  for (let i = 0; i < rest.length; i += 2) files[rest[i]!.trim()] = rest[i + 1]!;
  return files;
}

/** What each letter of an annotation stands for. */
const letters = {
  m: 'marker',
  s: 'status',
  i: 'id',
  t: 'title',
  p: 'priority',
  e: 'effort',
  o: 'owner',
  w: 'window',
  d: 'due',
  b: 'start',
  l: 'label',
  n: 'needs',
  r: 'reference',
};

/** Where each fact stands that is no window, by its letter. */
function placesOf({ priority, effort, owner, owners, due, start, labels, dependsOn, references }: PlanFacts) {
  const spans = (facts: readonly ({ readonly span: Span } | undefined)[]) =>
    facts.flatMap((fact) => (fact ? [fact.span] : []));
  return {
    p: spans([priority]),
    e: spans([effort]),
    o: spans(owners ?? [owner]),
    d: spans([due]),
    b: spans([start]),
    l: spans(labels ?? []),
    n: spans(dependsOn ?? []),
    r: spans(references ?? []),
  };
}

/** All places of the facts of a task or group. */
export function spansOfFacts(facts: PlanFacts): Span[] {
  return [...Object.values(placesOf(facts)).flat(), ...(facts.window ? [facts.window.span] : [])];
}

/**
 * Takes a text in which every range a reader must find is marked, `⟦m:-⟧ ⟦s:[x]⟧ ⟦i:RM-1⟧: ⟦t:Write docs⟧`, and returns
 * the same text marked with the ranges that were found: equal where all are right, and easy to compare where not.
 */
export function rangesFound(
  annotated: string,
  options?: ParseOptions,
  reader: Reader = parseMarkdown,
): { readonly expected: string; readonly found: string } {
  const text = annotated.replace(/⟦[a-z]:/g, '').replaceAll('⟧', '');
  const { value } = reader(text, options);
  const marks: { at: number; order: number; mark: string }[] = [];
  const mark = (letter: keyof typeof letters, span: Span | undefined) => {
    if (!span) return;
    if (span.start === span.end) marks.push({ at: span.start, order: 1, mark: `⟦${letter}:⟧` });
    else marks.push({ at: span.start, order: 2, mark: `⟦${letter}:` }, { at: span.end, order: 0, mark: '⟧' });
  };
  const markFacts = (facts: PlanFacts) => {
    for (const [letter, spans] of Object.entries(placesOf(facts))) {
      for (const span of spans) mark(letter as keyof typeof letters, span);
    }
  };
  for (const { group } of groupsOf(value)) {
    mark('m', group.markerSpan);
    mark('t', group.titleSpan);
    // A window in a title is marked where a test asks for it, which most do not.
    if (annotated.includes('⟦w:')) mark('w', group.window?.span);
    mark('s', group.ownStatus?.span);
    markFacts(group);
  }
  for (const task of tasksOf(value)) {
    mark('m', task.markerSpan);
    mark('s', task.statusSpan);
    mark('i', task.idSpan);
    mark('t', task.titleSpan);
    markFacts(task);
    if (annotated.includes('⟦w:')) mark('w', task.window?.span);
  }
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let found = '';
  let from = 0;
  for (const { at, mark: written } of marks) {
    found += text.slice(from, at) + written;
    from = at;
  }
  return { expected: annotated, found: found + text.slice(from) };
}

const boxes = { todo: '[ ]', doing: '[/]', blocked: '[!]', done: '[x]', cancelled: '[-]' };

/**
 * A plan in a line per node, indented: `30-Day (horizon, 5 open)` for groups, `[x] Title` for tasks. A status that is
 * not the node's own is in round brackets, an explicit id stands behind `#`.
 */
export function outline(roadmap: Pick<Roadmap, 'children'>): string {
  const lines: string[] = [];
  const visit = (nodes: Roadmap['children'], indent: string) => {
    for (const node of nodes) {
      if (node.kind === 'task') {
        const box =
          node.statusSource === 'own' ? boxes[node.status] : boxes[node.status].replace('[', '(').replace(']', ')');
        lines.push(`${indent}${box} ${node.title}${node.idSource === 'explicit' ? ` #${node.id}` : ''}`);
      } else lines.push(`${indent}${node.kind}: ${node.title}`);
      visit(node.children, `${indent}  `);
    }
  };
  visit(roadmap.children, '');
  return lines.join('\n');
}
