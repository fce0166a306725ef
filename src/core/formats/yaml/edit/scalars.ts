import type { TextEdit } from '../../../model/edit.js';
import type { Item, Layout, TextPart } from './layout.js';

/** Writing scalars: plain where that is read as the same text, else in the quotes that the file uses. */

/** How a scalar is to stand there. */
export interface Manner {
  /** In which quotes, where it has them anyhow. */
  readonly style?: TextPart['style'];
  /** Between brackets, where commas and brackets end a plain text. */
  readonly flow: boolean;
  /** Whether a number, date or truth value is meant as one, not as a text. */
  readonly typed?: boolean;
}

export function scalar({ json, single }: Pick<Layout, 'json' | 'single'>, value: string, manner: Manner): string {
  const plain = manner.typed ? isTyped(value) || isPlain(value, manner.flow) : isPlain(value, manner.flow);
  if (json) return manner.typed && isJsonValue(value) && manner.style !== 'double' ? value : double(value);
  // Of control characters only double quotes can speak.
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/u.test(value)) return double(value);
  if (manner.style === 'double') return double(value);
  if (manner.style === 'single') return quoted(value);
  return plain ? value : single || value.includes('"') || value.includes('\\') ? quoted(value) : double(value);
}

/** Puts a text in the place of a scalar. */
export function replaced(layout: Layout, part: TextPart, value: string, manner: Manner): TextEdit {
  const style = part.style === 'single' || part.style === 'double' ? part.style : 'plain';
  return { span: { start: part.start, end: part.end }, newText: scalar(layout, value, { style, ...manner }) };
}

/** Puts a scalar where nothing stands behind a colon. */
export function filled({ text }: Layout, item: Item, written: string): TextEdit {
  const blank = text[item.behind] === ' ' && /^ *(?:\r|\n|$)/.test(text.slice(item.behind, item.behind + 80));
  const at = item.behind + (blank ? 1 : 0);
  return { span: { start: at, end: at }, newText: blank ? written : ` ${written}` };
}

function double(value: string): string {
  return JSON.stringify(value);
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function isPlain(value: string, flow: boolean): boolean {
  return (
    value !== '' &&
    value === value.trim() &&
    /^[^-?:,[\]{}#&*!|>'"%@`=<]/u.test(value) &&
    !/:(?:\s|$)|\s#|^(?:---|\.\.\.)/.test(value) &&
    !(flow && /[,[\]{}]|:["',[\]{}]/.test(value)) &&
    !isTyped(value)
  );
}

/** What YAML of any version takes for something else than a text: numbers, dates, truth values. */
function isTyped(value: string): boolean {
  return /^(?:true|false|null|~|yes|no|on|off|y|n|[-+]?(?:\.inf|\.nan)|[-+]?[\d.][\d_.,:eExXoOa-fA-F+TZ-]*)$/i.test(
    value,
  );
}

function isJsonValue(value: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?)$/.test(value);
}
