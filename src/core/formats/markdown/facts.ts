import { append } from '../../text/append.js';
import type { DocumentFacts, Passage, Review, Sourced } from '../../model/roadmap.js';
import { dateOf } from '../../values/date.js';
import { plainTitle } from '../plainTitle.js';
import { readInline } from './inline.js';
import type { Field, Section } from './outline.js';
import { textItems, type Registers } from './registers.js';
import type { Reading } from './tasks.js';

/** Everything said about the document, collected while its sections are read. */
export interface FactDraft {
  readonly fields: Field[];
  summary?: Passage;
  conclusion?: Passage;
}

/** Notes the fields of a section outside the plan, and its first paragraph: as the summary, or as the conclusion. */
export function noteFacts(reading: Reading, section: Section, draft: FactDraft): void {
  for (const part of section.parts) {
    append(draft.fields, part.fields);
    const [line] = part.prose;
    const last = part.prose[part.prose.length - 1];
    if (!line || !last) continue;
    // Prose interrupted by fields or lists is no single paragraph: its first line says enough.
    const alone = part.fields.length === 0 && part.lists.length === 0;
    const { read } = readInline(reading.source, { start: line.start, end: alone ? last.end : line.end });
    const text = read.text.trim();
    if (!text) continue;
    const kind = /^(?:conclusions?|closing)/.test(plainTitle(section.title?.read.text ?? ''))
      ? 'conclusion'
      : 'summary';
    draft[kind] ??= { text, span: read.span, points: textItems(reading, part.lists) };
  }
}

const known = {
  generated: /^(?:generated|created|date|created on|generated on)$/,
  purpose: /^purpose$/,
  currentState: /^current (?:state|status)$/,
  goal: /^(?:goal|objective|vision)$/,
  lastUpdated: /^(?:last (?:updated|update|modified|reviewed)|updated)$/,
  next: /^next review$/,
  frequency: /^(?:review )?(?:frequency|cadence)$/,
};

/** Sorts the collected fields into the facts and the review rhythm. The first field of a name counts. */
export function documentFacts(
  { fields, summary, conclusion }: FactDraft,
  { criteria, process }: Registers,
): { readonly facts: DocumentFacts; readonly review: Review | undefined } {
  const found: Partial<Record<keyof typeof known, Sourced<string>>> = {};
  const others: (Sourced<string> & { name: string })[] = [];
  for (const field of fields) {
    const plain = plainTitle(field.name);
    const key = (Object.keys(known) as (keyof typeof known)[]).find((name) => known[name].test(plain));
    const value = { value: field.value, span: field.valueSpan };
    if (key && !found[key]) found[key] = value;
    else others.push({ name: field.name, ...value });
  }
  const { generated, purpose, currentState, goal, lastUpdated, next, frequency } = found;
  const generatedDate = generated && dateOf(generated);
  const lastUpdatedDate = lastUpdated && dateOf(lastUpdated);
  const facts: DocumentFacts = {
    ...(generated ? { generated } : {}),
    ...(generatedDate ? { generatedDate } : {}),
    ...(purpose ? { purpose } : {}),
    ...(summary ? { summary } : {}),
    ...(conclusion ? { conclusion } : {}),
    ...(currentState ? { currentState } : {}),
    ...(goal ? { goal } : {}),
    others,
  };
  const hasReview = frequency ?? next ?? lastUpdated ?? criteria[0] ?? process[0];
  const review = hasReview && {
    ...(frequency ? { frequency } : {}),
    ...(next ? { next } : {}),
    ...(lastUpdated ? { lastUpdated } : {}),
    ...(lastUpdatedDate ? { lastUpdatedDate } : {}),
    criteria,
    process,
  };
  return { facts, review };
}
