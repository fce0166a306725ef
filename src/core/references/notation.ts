import type { Span } from '../model/span.js';
import { isHandle } from '../values/people.js';
import { parsePlannedDate } from '../values/plannedDate.js';
import { pluginMarkBefore, priorityMarkAt } from '../values/tasksPlugin.js';
import { isTaskReference } from './dependencies.js';
import { findReferences, parseIssueUrl, type FoundReference } from './issues.js';
import { dependencies, readNote, type NoteFact } from './notes.js';
import type { IdGrammar } from './taskId.js';

/** A title's text, and what in it is markup. */
export interface MarkedText {
  readonly text: string;
  /** What stands in code is written for machines: `@Injectable` is nobody. */
  readonly code: readonly Span[];
  readonly links: readonly (Span & { readonly url: string })[];
}

/** Words by which facts are told without a sign, each before a date or an id. */
const spoken = /(?:^|[\s,;])(?:due|by|until|deadline|target date|depends on|blocked by|requires|after)[\s:]/i;

/**
 * Whether a text may hold facts: one look at its characters, since most titles hold none. Facts are told by a sign, an
 * emoji, or one of a few words.
 */
export function mayHoldNotation(text: string): boolean {
  let digit = false;
  // A check box before the title is no sign.
  const box = text.charCodeAt(0) === 0x5b && text.charCodeAt(2) === 0x5d;
  for (let i = box ? 3 : 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // `@`, `#`, `(`, `[`, `|`, `·`, a dash or an emoji; `!12` and `https://` of a request.
    if (code === 0x40 || code === 0x23 || code === 0x28 || code === 0x5b || code === 0x7c || code === 0xb7) return true;
    if (code >= 0x2010) return true;
    if (code === 0x2d && text.charCodeAt(i + 1) === 0x20) return true;
    if (code >= 0x30 && code <= 0x39) digit = true;
  }
  return digit ? /[!/-]\d/.test(text) || spoken.test(text) : text.includes('due') || text.includes(' by ');
}

const longestTail = 240;

/** Takes the facts from around a title: from its end, piece by piece, and the references from wherever they stand. */
export class Notation {
  readonly facts: NoteFact[] = [];
  /** The file gives ids by the mark of the Tasks plugin. */
  private readonly pluginIds: boolean;
  /** What can be found at all, so that patterns are asked for little else. */
  private readonly words: boolean;
  private readonly emoji: boolean;

  /** `windows` says whether a stretch of time behind the title is notation, or a part of it. */
  constructor(
    private readonly marked: MarkedText,
    private readonly ids: IdGrammar,
    private readonly windows: boolean,
  ) {
    const { text } = marked;
    this.pluginIds = text.includes('🆔');
    this.words = /[@#]|https?:/.test(text) || spoken.test(text);
    this.emoji = /[^\x00-\u22ff]/.test(text);
  }

  /** Takes a mark of priority before the title; returns where the title begins. */
  takeBefore(start: number, end: number): number {
    const { text } = this.marked;
    const mark = priorityMarkAt(text, start);
    if (!mark || !isTitle(text, start + mark.length, end)) return start;
    this.facts.push({ fact: 'priority', value: mark.priority, start, end: start + mark.length });
    return start + mark.length;
  }

  /** Takes what stands behind the title, and the signs that set it apart; returns where the title ends. */
  takeBehind(start: number, end: number): number {
    let to = end;
    for (;;) {
      const from = this.takeOne(start, to);
      if (from === undefined) return to;
      to = from;
    }
  }

  private takeOne(start: number, end: number): number | undefined {
    if (end <= start || this.inCode(end)) return undefined;
    const { text } = this.marked;
    const found =
      this.note(start, end) ??
      (this.emoji ? this.plugin(start, end) : undefined) ??
      (this.words ? this.bare(start, end) : undefined);
    if (!found) return undefined;
    const to = withoutSeparator(text, start, found.start);
    if (!isTitle(text, start, to)) return undefined;
    this.facts.push(...found.facts);
    return to;
  }

  private inCode(end: number): boolean {
    return this.marked.code.some((span) => span.start < end && end <= span.end);
  }

  /** A bracket, or what stands behind a dash. */
  private note(start: number, end: number): Taken | undefined {
    const { text } = this.marked;
    const last = text[end - 1]!;
    const base = Math.max(start, end - longestTail);
    const bracket = closing[last];
    if (bracket) {
      const open = text.lastIndexOf(bracket, end - 2);
      if (open < base) return undefined;
      if (last === '}') return this.kanban(open, end);
      // `@due(2026-04-16)` of TaskPaper has its name before the bracket.
      const name = last === ')' ? /(?:^|\s)@(due|start|done)$/.exec(text.slice(Math.max(start, open - 7), open)) : null;
      if (name) return this.taskPaper(name[1] as 'due', open, end);
      const facts = this.noteIn(open + 1, end - 1);
      return facts && { start: open, facts };
    }
    const tail = text.slice(base, end);
    const dash = /[-–—|·]\s/u.test(tail) ? /^.*(\s[-–—|·]{1,2}\s)/su.exec(tail) : null;
    if (!dash) return undefined;
    const from = base + dash[0].length;
    const facts = this.noteIn(from, end);
    return facts && { start: from - dash[1]!.length, facts };
  }

  private noteIn(start: number, end: number): NoteFact[] | undefined {
    const { text, code, links } = this.marked;
    if (code.some((span) => span.start <= start && end <= span.end)) return undefined;
    if (links.some((link) => link.start <= start && end <= link.end && parseIssueUrl(link.url))) return [];
    const facts = readNote(text, start, end, this.ids);
    return facts && !this.windows && facts.some(({ fact }) => fact === 'window') ? undefined : facts;
  }

  /** `@{2026-04-16}` of a Kanban board. */
  private kanban(open: number, end: number): Taken | undefined {
    const { text } = this.marked;
    const date = text[open - 1] === '@' ? parsePlannedDate(text.slice(open + 1, end - 1)) : undefined;
    return date && { start: open - 1, facts: [{ fact: 'due', value: date, start: open + 1, end: end - 1 }] };
  }

  private taskPaper(name: 'due' | 'start' | 'done', open: number, end: number): Taken | undefined {
    const date = parsePlannedDate(this.marked.text.slice(open + 1, end - 1));
    if (!date) return undefined;
    const start = open - name.length - 1;
    return {
      start,
      facts:
        name === 'done'
          ? [{ fact: 'status', value: 'done', start, end }]
          : [{ fact: name, value: date, start: open + 1, end: end - 1 }],
    };
  }

  /** A mark of the Tasks plugin. */
  private plugin(start: number, end: number): Taken | undefined {
    const { text } = this.marked;
    const mark = pluginMarkBefore(text, start, end, this.pluginIds);
    if (!mark) return undefined;
    const { from, to } = mark;
    const facts: NoteFact[] = [];
    if (mark.status) facts.push({ fact: 'status', value: mark.status, start: mark.start, end: to });
    if (mark.priority) facts.push({ fact: 'priority', value: mark.priority, start: from, end: to });
    if (mark.fact === 'dependsOn') {
      for (const { 0: value, index } of text.slice(from, to).matchAll(/[A-Za-z0-9_-]+/g))
        facts.push({ fact: 'dependsOn', value, start: from + index, end: from + index + value.length });
    } else if (mark.fact && mark.date) facts.push({ fact: mark.fact, value: mark.date, start: from, end: to });
    return { start: mark.start, facts };
  }

  /** `#label`, `@owner`, an address, `due 16 April 2026`, `depends on RL-3`: at the end without a bracket. */
  private bare(start: number, end: number): Taken | undefined {
    const { text } = this.marked;
    const base = Math.max(start, end - 96);
    const tail = text.slice(base, end);
    const word = /(?:^|[\s,])([#@])([\p{L}_][\p{L}\p{M}\p{N}_/.-]{0,60})$/u.exec(tail);
    if (word) {
      const [all, sign, value] = word;
      const at = end - all.length + (all.startsWith(sign!) ? 0 : 1);
      if (governed.test(text.slice(Math.max(start, at - 40), at))) return undefined;
      if (sign === '#' ? /[.]/.test(value!) || colour.test(value!) : /[/]|[.-]$/.test(value!) || !isHandle(value!))
        return undefined;
      const facts: NoteFact[] = [
        sign === '#'
          ? { fact: 'label', value: value!, start: at, end }
          : { fact: 'owner', value: value!, start: at, end },
      ];
      return { start: at, facts };
    }
    const address = /(?:^|\s)(https?:\/\/\S{4,90})$/.exec(tail);
    if (address) {
      return parseIssueUrl(address[1]!) ? { start: end - address[1]!.length, facts: [] } : undefined;
    }
    const due =
      /(?:^|[\s,;])((?:due(?: date)?(?: on| by)?|by|until|deadline|target date)(?::\s{0,2}|\s))(.{3,40})$/iu.exec(tail);
    const date = due && parsePlannedDate(due[2]!);
    // `by April` may be a person, and `by 2027` an amount.
    const vague =
      due !== null && /^(?:by|until)/i.test(due[1]!) && (date?.month === undefined || !/\s|\d/.test(due[2]!));
    if (due && date && !vague) {
      const from = end - due[2]!.length;
      return { start: from - due[1]!.length, facts: [{ fact: 'due', value: date, start: from, end }] };
    }
    const depends = /\s((?:depends on|blocked by|requires|after)\s[^\s].{0,80})$/i.exec(tail);
    if (!depends || !/\d$/.test(tail)) return undefined;
    const from = end - depends[1]!.length;
    const facts = dependencies(depends[1]!, from, this.ids);
    const known = facts?.every((fact) => fact.fact !== 'dependsOn' || isTaskReference(fact.value, this.ids, true));
    return facts && known ? { start: from, facts } : undefined;
  }

  /** The issues and pull requests that the text names, except those it only depends on. */
  references(): FoundReference[] {
    const { text, links, code } = this.marked;
    const found: FoundReference[] = [];
    for (const { start, end, url } of links) {
      const read = parseIssueUrl(url);
      if (read) found.push({ ...read, start, end });
    }
    const taken = [...found, ...links, ...code, ...this.facts.filter(({ fact }) => fact === 'dependsOn')].sort(
      (a, b) => a.start - b.start,
    );
    let at = 0;
    for (const reference of findReferences(text)) {
      while (at < taken.length && taken[at]!.end <= reference.start) at++;
      if (!(at < taken.length && taken[at]!.start < reference.end)) found.push(reference);
    }
    return found.sort((a, b) => a.start - b.start);
  }
}

/** What was taken from the end of a title. */
interface Taken {
  readonly start: number;
  readonly facts: readonly NoteFact[];
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（' };

/** Words that a label or name behind them belongs to as part of a sentence: `Add support for #hashtags`, `Ask @ada`. */
const governed =
  /(?:^|[\s(])(?:for|in|on|to|of|the|a|an|with|from|as|at|or|by|via|like|than|into|about|using|add|support|implement|use|handle|parse|remove|replace|allow|ask|contact|thank|notify|ping|mention|see|für|mit|von|im|in|de|pour|con|para|per)\s$/iu;

/** `#fff`, `#a1b2c3` */
const colour = /^(?:([0-9a-f])\1{2,5}|(?=[a-f]*\d)[0-9a-f]{6})$/i;

/** Whether something is left that a person would call a title. */
function isTitle(text: string, start: number, end: number): boolean {
  return end > start && /[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + 400)));
}

/** Where a text ends without the blanks, commas and dashes before what was taken from its end. */
function withoutSeparator(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[\s,;|·]/.test(text[to - 1]!)) to--;
  const dash = to < end ? /\s[-–—]{1,2}$/.exec(text.slice(Math.max(start, to - 4), to)) : null;
  if (dash) to -= dash[0].length;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  return to;
}
