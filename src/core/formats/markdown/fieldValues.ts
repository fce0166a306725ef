import type { FieldValue } from '../planFacts.js';
import type { Field } from './outline.js';

/** The value of a field with the way back to the source, and the links in it. */
export function fieldValue({ value, inline, at }: Field): FieldValue {
  return {
    text: value,
    spanOf: (start, end) => inline.read.sourceSpan(at + start, at + end),
    links: inline.links.map((link) => ({ url: link.url, start: link.start - at, end: link.end - at })),
  };
}
