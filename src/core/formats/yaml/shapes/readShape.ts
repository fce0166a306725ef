import type { Parsed, Problem } from '../../../model/problem.js';
import { tasksOf, type Roadmap, type Sourced } from '../../../model/roadmap.js';
import { SourceText } from '../../../text/sourceText.js';
import { append } from '../../../text/append.js';
import { parseDocuments } from '../../../yaml/document.js';
import { looseTrees } from '../../../yaml/looseTree.js';
import { treeOf, type Tree } from '../../../yaml/tree.js';
import type { ParseOptions } from '../../format.js';
import { identify } from '../../identify.js';
import { mojibakeProblems } from '../../textProblems.js';
import { roadmapKind } from '../roadmapKind.js';
import { emptyRoadmap } from '../emptyRoadmap.js';
import { unknownShape } from '../unknownShape.js';
import { EntryReader, type Evidence } from './entries.js';
import { textOf } from './facts.js';
import { NodeMaker, type PlanNode } from './nodes.js';
import { withoutNamedParts, withoutRepeatedNumbers } from './settle.js';
import { isToolFile } from './tools.js';

/**
 * Reads a roadmap in YAML or JSON that somebody made in a shape of their own: by what its keys are called and how its
 * entries lie in each other. Every document of the file counts, and one that is no valid YAML is read line by line.
 * What holds no plan gives no tasks and one problem. Never throws; linear in the length of the text, which has no BOM.
 */
export function readShape(text: string, options: ParseOptions = {}): Parsed<Roadmap> {
  const source = new SourceText(text);
  const empty = emptyRoadmap(text, options);
  const parsed = parseDocuments(text, roadmapKind);
  if ('refusal' in parsed) return { value: empty, problems: [parsed.refusal] };
  const problems: Problem[] = [];
  const trees: Tree[] = [];
  // JSON that is broken is read as far as the library makes sense of it: its lines say nothing.
  const json = /^\s*[[{]/.test(text);
  let from = 0;
  for (const [index, { document, problems: found }] of parsed.documents.entries()) {
    const last = index === parsed.documents.length - 1;
    const end = last ? text.length : Math.min(text.length, document.range[2]);
    if (document.errors.length > 0 && !json) append(trees, brokenTrees(text, from, end));
    else {
      const tree = treeOf(document, text);
      // Lines that were never meant as YAML are one text to it.
      if (tree?.kind === 'text' && !json) append(trees, brokenTrees(text, from, end));
      else if (tree) trees.push(tree);
    }
    append(problems, found);
    from = end;
  }
  const make = new NodeMaker(source, options.statusMarks);
  const reader = new EntryReader(make);
  const read: PlanNode[] = [];
  // Beside a plan with keys, a bare list of texts is a list of notes.
  const texts = trees.every((tree) => tree.kind !== 'map');
  if (!trees.some(isToolFile)) for (const tree of trees) append(read, reader.readRoot(tree, texts));
  const children = withoutNamedParts(read, reader.bareParts, reader.partsNamed);
  if (!isPlan(reader.evidence) || tasksOf({ children }).next().done)
    return { value: empty, problems: [unknownShape()] };
  const ordered = withoutRepeatedNumbers(children);
  identify(ordered, make.problems);
  const title = titleOf(trees);
  const value = { ...empty, ...(title ? { title: title.value, titleSpan: title.span } : {}), children: ordered };
  problems.push(...make.problems, ...mojibakeProblems(source, options.encoding));
  return { value, problems: problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
}

/** Markdown below a plan, or under the name of one, is no YAML, and its lists are not those of a plan. */
function brokenTrees(text: string, start: number, end: number): Tree[] {
  const trees = looseTrees(text, { start, end });
  return /^#{2,6}[ \t]/m.test(text.slice(start, end)) ? trees.filter(({ kind }) => kind === 'map') : trees;
}

/** Names of collections say most, states next; neither a name that other files have nor a title is enough alone. */
function isPlan({ telling, common, status, work, title }: Evidence): boolean {
  const score = (telling ? 0.5 : 0) + (common ? 0.3 : 0) + (status ? 0.4 : 0) + (work ? 0.2 : 0) + (title ? 0.2 : 0);
  return score >= 0.5;
}

function titleOf(trees: readonly Tree[]): Sourced<string> | undefined {
  for (const tree of trees) {
    if (tree.kind !== 'map') continue;
    for (const map of [
      tree,
      ...tree.pairs.flatMap(({ key, value }) => (wrapper.test(key) && value?.kind === 'map' ? [value] : [])),
    ]) {
      const found = textOf(map, /^(?:title|name|project|project name|roadmap|product)$/);
      if (found) return { value: found.value.value, span: found.value.span };
    }
  }
  return undefined;
}

const wrapper = /^(?:roadmap|project|metadata|meta|plan)$/i;
