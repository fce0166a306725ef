/** A line with a value: `http_requests_total{method="GET"} 1027 1395066363000`. */
export interface Sample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** May be infinite or NaN. */
  readonly value: number;
  /** As it is written: milliseconds in Prometheus' text, seconds in OpenMetrics. */
  readonly timestamp?: number;
}

/** Which samples are meant: a name, and labels that must or must not have a value. */
export interface SeriesSelector {
  readonly name: string;
  readonly matchers: readonly { readonly label: string; readonly value: string; readonly equal: boolean }[];
}

/**
 * Reads a sample of Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/) or OpenMetrics
 * 1.0 (https://github.com/OpenObservability/OpenMetrics/blob/main/specification/OpenMetrics.md); the exemplar behind a `#` is
 * passed over. Undefined for anything else.
 */
export function parseSample(line: string): Sample | undefined {
  const head = parseHead(line, false);
  if (!head) return undefined;
  const rest = line.slice(head.end);
  const match = /^[ \t]{1,99}([^ \t#]{1,99})(?:[ \t]{1,99}([^ \t#]{1,99}))?[ \t]{0,99}(?:[ \t]#[ \t]{0,9}\{.*)?$/.exec(
    rest,
  );
  const value = match ? parseValue(match[1]!) : undefined;
  if (!match || value === undefined) return undefined;
  const labels = new Map(head.matchers.map((matcher) => [matcher.label, matcher.value]));
  const sample = { name: head.name, labels, value };
  if (match[2] === undefined) return sample;
  const timestamp = parseValue(match[2]);
  return timestamp === undefined || !Number.isFinite(timestamp) ? undefined : { ...sample, timestamp };
}

/** Reads a selection: a sample's name and labels as above, with `!=`, too. Undefined for anything else. */
export function parseSelector(text: string): SeriesSelector | undefined {
  const trimmed = text.trim();
  const head = parseHead(trimmed, true);
  return head?.end === trimmed.length ? { name: head.name, matchers: head.matchers } : undefined;
}

/** Whether a sample's labels are as a selector has them. A label that a sample lacks is empty, as in PromQL. */
export function matches({ matchers }: SeriesSelector, labels: ReadonlyMap<string, string>): boolean {
  return matchers.every(({ label, value, equal }) => ((labels.get(label) ?? '') === value) === equal);
}

/** A series by name and labels, as a selection names it. */
export function seriesName(name: string, labels: Iterable<readonly [string, string]>): string {
  const written = [...labels].map(([label, value]) => `${label}="${escaped(value)}"`);
  return written.length === 0 ? name : `${name}{${written.join(',')}}`;
}

function parseValue(text: string): number | undefined {
  if (/^[+-]?\d/.test(text) || /^[+-]?\.\d/.test(text)) {
    return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i.test(text) ? Number(text) : undefined;
  }
  if (/^nan$/i.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (!infinite) return undefined;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

interface Head extends SeriesSelector {
  /** Where the name and the labels end. */
  readonly end: number;
}

/** Name and labels; in the newer form the name stands among them, in quotes: `{"http.requests", method="GET"}`. */
function parseHead(text: string, unequal: boolean): Head | undefined {
  let name = /^[a-zA-Z_:][\w:]{0,999}/.exec(text)?.[0] ?? '';
  let at = name.length;
  const matchers: { label: string; value: string; equal: boolean }[] = [];
  const skip = () => {
    while (text[at] === ' ' || text[at] === '\t') at++;
  };
  const before = at;
  skip();
  if (text[at] !== '{') return name === '' ? undefined : { name, matchers, end: before };
  at++;
  for (;;) {
    skip();
    if (text[at] === '}') return name === '' ? undefined : { name, matchers, end: at + 1 };
    const label = text[at] === '"' ? quoted(text, at) : bare(text, at);
    if (!label) return undefined;
    at = label.end;
    skip();
    const operator = /^(?:!=|=)/.exec(text.slice(at, at + 2))?.[0];
    if (operator === undefined) {
      if (name !== '' || text[label.end - 1] !== '"') return undefined;
      name = label.text;
    } else {
      if (operator === '!=' && !unequal) return undefined;
      at += operator.length;
      skip();
      const value = quoted(text, at);
      if (!value) return undefined;
      at = value.end;
      matchers.push({ label: label.text, value: value.text, equal: operator === '=' });
    }
    skip();
    if (text[at] === ',') at++;
    else if (text[at] !== '}') return undefined;
  }
}

function bare(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const label = /^[a-zA-Z_]\w{0,999}/.exec(text.slice(at, at + 1_000))?.[0];
  return label === undefined ? undefined : { text: label, end: at + label.length };
}

/** A text in quotes, in which `\\`, `\"` and `\n` are escapes. */
function quoted(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  if (text[start] !== '"') return undefined;
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') return { text: value, end: at + 1 };
    if (character === '\\') {
      at++;
      value += text[at] === 'n' ? '\n' : text[at] === '\\' || text[at] === '"' ? text[at] : `\\${text[at] ?? ''}`;
    } else value += character;
  }
  return undefined;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
