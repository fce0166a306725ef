import * as l10n from '@vscode/l10n';
import { append } from '../../text/append.js';
import type { Parsed, Problem } from '../../model/problem.js';
import { tasksOf, type Group, type Outcome, type Roadmap, type Task } from '../../model/roadmap.js';
import { detectIdGrammar } from '../../references/taskId.js';
import { SourceText } from '../../text/sourceText.js';
import { parseWindow } from '../../values/window.js';
import { dialectNames } from '../../model/dialect.js';
import { readDialect } from '../../values/dialect.js';
import type { ParseOptions } from '../format.js';
import { identify } from '../identify.js';
import { groupKind } from '../groupTitle.js';
import { plainTitle } from '../plainTitle.js';
import { mojibakeProblems } from '../textProblems.js';
import { readBlocks, type Block } from './blocks.js';
import { documentFacts, noteFacts, type FactDraft } from './facts.js';
import { introducesList, readOutline, type Section } from './outline.js';
import { isBoxList, usesBoxes } from './boxes.js';
import { readParts, readSection, type Place } from './plan.js';
import { readProse } from './proseOnly.js';
import { newRegisters } from './registers.js';
import type { Reading } from './tasks.js';
import { readTitle } from './titles.js';
import { labelRole, sectionRole } from './vocabulary.js';

/**
 * Reads a Markdown roadmap in stages: blocks, outline, plan and registers, ids. Never throws; one line that cannot be
 * read costs that line. Linear in the length of the text, which has no BOM.
 */
export function parseMarkdown(text: string, options: ParseOptions = {}): Parsed<Roadmap> {
  const source = new SourceText(text);
  const { blocks, problems } = readBlocks(source);
  const { marks, dialect, unknown } = readDialect(text, options);
  const reading: Reading = {
    source,
    grammar: { ids: detectIdGrammar(text, options.idPrefix), marks },
    problems,
    usesBoxes: usesBoxes(text, blocks),
    repeated: repeatedTitles(text, blocks),
    repeatedNames: repeatedNames(text, blocks),
    names: once(() => headingNames(text, blocks)),
    isIntroducedApart: isIntroducedApart(text, blocks),
    isStaged: isStaged(text, blocks),
  };
  if (unknown) {
    const message = l10n.t('"{0}" is no dialect that is known here: use {1}.', unknown.text, dialectNames.join(', '));
    problems.push({
      code: 'unclear-value',
      severity: 'warning',
      message,
      span: { start: unknown.start, end: unknown.end },
    });
  }
  const root = readOutline(source, blocks);
  const title = titleSection(root);
  const registers = newRegisters();
  const about: FactDraft = { fields: [] };
  noteAbout(reading, root, title, about);

  const place: Place = { relative: false, planned: false };
  const children: (Group | Task)[] = [];
  const outcomes: Outcome[] = [];
  const flat = !title?.sections.length && root.sections.length <= 1;
  for (const section of title ? [root, title] : [root]) {
    // Before the first section of a plan stands prose; without sections the list is the plan.
    const contents = readParts(reading, flat ? section : checkBoxesOnly(reading, section), place, registers);
    append(children, contents.children);
    append(outcomes, contents.outcomes);
    for (const child of section.sections) {
      const group = child === title ? undefined : readSection(reading, child, place, registers);
      if (group) children.push(group);
    }
  }
  if (tasksOf({ children }).next().done && title?.title) {
    append(children, readProse(reading, title.title.read.text, title.sections, place));
  }
  identify(children, problems);
  const { facts, review } = documentFacts(about, registers);
  const heading = title?.title && readTitle(title.title, reading.grammar);
  const value: Roadmap = {
    format: 'markdown',
    title: heading?.text || options.fallbackTitle || l10n.t('Roadmap'),
    ...(heading?.text ? { titleSpan: heading.span } : {}),
    span: { start: 0, end: text.length },
    facts,
    ...(dialect ? { dialect } : {}),
    children,
    outcomes,
    metrics: registers.metrics,
    risks: registers.risks,
    dependencies: registers.dependencies,
    themes: registers.themes,
    ...(review ? { review } : {}),
    nextSteps: registers.nextSteps,
    registerSpans: registers.spans,
  };
  problems.push(...textProblems(source, value, options));
  return { value, problems: problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
}

/** Titles that more than one heading has. */
function repeatedTitles(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    const plain = plainTitle(text.slice(block.content.start, block.content.end));
    if (seen.has(plain)) repeated.add(plain);
    seen.add(plain);
  }
  return repeated;
}

const named = /^[ \t]{1,4}(?:\*\*|__)?([^:：*_`\n]{1,40})(?:\*\*|__)?[:：]/;

/** Works a value out when it is first asked for: most documents have no table that might repeat their headings. */
function once<T>(work: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: work() }).of;
}

/** What headings below the title are called, without number, phase and bracket: `Viewer` of `Phase 1: Viewer (June)`. */
function headingNames(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of blocks) {
    if (block.type !== 'heading' || block.level === 1) continue;
    const title = text.slice(block.content.start, Math.min(block.content.end, block.content.start + 120));
    names.add(plainTitle(title.replace(/^[^:—–]{1,20}[:—–]/u, '').replace(/\([^(]*$/, '')));
  }
  return names;
}

/** Whether less than half of the items stand in lists behind a sentence that ends in a colon. */
function isIntroducedApart(text: string, blocks: readonly Block[]): boolean {
  let introduced = 0;
  let others = 0;
  blocks.forEach((block, index) => {
    if (block.type !== 'list') return;
    const above = blocks[index - 1];
    if (above?.type === 'paragraph' && introducesList(text, above.lines[above.lines.length - 1]!))
      introduced += block.items.length;
    else others += block.items.length;
  });
  return introduced < others;
}

/** Names that divide work rather than describe it, however often they stand there. */
const areas =
  /^(?:(?:back|front)-?end|api|ui|ux|design|tests?|testing|documentation|docs|data(?:base)?|infra(?:structure)?|devops|ci(?: cd)?|deployment|security|performance|mobile|web|desktop|client|server|core|cli|sdk|monitoring|observability|analytics|integrations?|architecture|research|marketing|android|ios|linux|windows|macos|week .*|day .*|phase .*|step .*|sprint .*|v?\d.*|q[1-4].*|next|then|later|now|first|todo|missing|remaining|open)$/;

/** Names before a colon that begin items of at least three lists without check boxes. */
function repeatedNames(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const lists = new Map<string, number>();
  for (const block of blocks) {
    if (block.type !== 'list' || isBoxList(text, block)) continue;
    const names = new Set<string>();
    for (const { marker } of block.items) {
      const name = named.exec(text.slice(marker.end, marker.end + 60))?.[1];
      const plain = name === undefined ? '' : plainTitle(name);
      if (plain !== '' && !areas.test(plain) && labelRole(plain) !== 'tasks') names.add(plain);
    }
    for (const name of names) lists.set(name, (lists.get(name) ?? 0) + 1);
  }
  return new Set([...lists].filter(([, count]) => count >= 3).map(([name]) => name));
}

/** Whether headings divide the plan into phases, versions, horizons, stretches of time or states. */
function isStaged(text: string, blocks: readonly Block[]): boolean {
  let stages = 0;
  for (const block of blocks) {
    if (block.type !== 'heading' || block.level === 1) continue;
    const title = text.slice(block.content.start, Math.min(block.content.end, block.content.start + 120));
    if (dividesTime(title) || groupKind(title, undefined, undefined, []) !== 'section') stages++;
    if (stages === 2) return true;
  }
  return false;
}

/** Whether a heading is a stretch of time: by its first words, or by a real date. `Costs (Month 1-2)` is about something else. */
function dividesTime(title: string): boolean {
  const window = parseWindow(title);
  return window !== undefined && (window.year !== undefined || !/\p{L}/u.test(title.slice(0, window.start)));
}

/** The document's title: its only heading of the first level, where that is the first heading. */
function titleSection(root: Section): Section | undefined {
  const [first, ...others] = root.sections;
  if (!first?.heading || first.heading.level > 1) return undefined;
  return others.some(({ heading }) => heading?.level === 1) ? undefined : first;
}

/** Sections that speak about the document state its facts. */
function noteAbout(reading: Reading, root: Section, title: Section | undefined, draft: FactDraft): void {
  noteFacts(reading, root, draft);
  if (title) noteFacts(reading, title, draft);
  const visit = (section: Section) => {
    if (section === title) section.sections.forEach(visit);
    else if (section.title && (sectionRole(section.title.read.text) ?? 'plan') !== 'plan') {
      noteFacts(reading, section, draft);
      section.sections.forEach((child) => noteFacts(reading, child, draft));
    }
  };
  root.sections.forEach(visit);
}

/** The text before the first section: only check boxes are tasks there, plain bullets are an introduction. */
function checkBoxesOnly({ source }: Reading, section: Section): Section {
  const parts = section.parts.map((part) => ({
    ...part,
    lists: part.lists.filter((list) => isBoxList(source.text, list)),
  }));
  return { ...section, parts };
}

/** Problems of the text as a whole. */
function textProblems(source: SourceText, roadmap: Roadmap, { encoding }: ParseOptions): Problem[] {
  const problems = mojibakeProblems(source, encoding);
  if (source.text.trim() === '') {
    problems.push({
      code: 'empty-file',
      severity: 'error',
      message: l10n.t('This file is empty: write tasks into it as list items, such as "- [ ] Add smoke tests".'),
    });
  } else if (tasksOf(roadmap).next().done) {
    problems.push({
      code: 'no-tasks',
      severity: 'error',
      message: l10n.t(
        'No task was found in this file: write tasks as list items, such as "- [ ] Add smoke tests", below a heading.',
      ),
    });
  }
  return problems;
}
