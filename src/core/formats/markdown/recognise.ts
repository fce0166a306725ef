import { parseWindow } from '../../values/window.js';
import { plainTitle } from '../plainTitle.js';

/** As much of a file as is looked at; a plan shows itself early. */
const sample = 16_000;

/**
 * How surely a Markdown text is a roadmap, from its shape: a title that says so, headings that name horizons, phases or
 * versions, check boxes. Prose with a list of things to do stays below 0.5.
 */
export function recogniseMarkdown(text: string): number {
  const head = text.slice(0, sample);
  let score = 0;
  let headings = 0;
  let planned = 0;
  for (const [, marks, title] of head.matchAll(/^(#{1,6})[ \t]+(\S[^\n\r]{0,200})/gm)) {
    headings++;
    const plain = plainTitle(title!);
    if (
      marks!.length === 1 &&
      /\b(?:roadmap|milestones|(?:project|implementation|development|release) plan)\b/.test(plain)
    )
      score += 0.5;
    if (
      parseWindow(plain) ??
      /^(?:phase|milestone|sprint|now|next|later|backlog|in progress|done|planned|v?\d+\.\d+)\b/.exec(plain)
    ) {
      planned++;
    }
  }
  const boxes = [...head.matchAll(/^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4}\[[ xX]\][ \t]/gm)].length;
  if (planned >= 2) score += 0.3;
  if (planned >= 1 && headings > 0 && planned / headings >= 0.3) score += 0.1;
  if (boxes >= 3) score += 0.2;
  return Math.min(1, score);
}
