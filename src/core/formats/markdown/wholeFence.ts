/** Lines outside the fence a plan may have: its title and a sentence. */
const maxOutside = 6;

/**
 * A plan that stands wholly inside one code fence, as people paste them, is a plan: its fence lines become blank, of the
 * same length. Where anything else is written around the fence, it is an example.
 */
export function openWholeFence(body: string, from: number): string {
  const fences = [...body.slice(from).matchAll(/^(?:`{3,}|~{3,})[^\n`]*$/gm)];
  if (fences.length !== 2) return body;
  const [open, close] = fences.map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  if (!open || !close) return body;
  const outside = lines(body.slice(from, open.start)) + lines(body.slice(close.end));
  const inside = body.slice(open.end, close.start);
  const listed = inside.match(/^[ \t]{0,40}(?:[-*+]|\d{1,3}[.)])[ \t]+\S/gm)?.length ?? 0;
  if (outside > maxOutside || listed < 2 || listed * 3 < lines(inside)) return body;
  if (/^[ \t]{0,40}(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m.test(body.slice(from, open.start) + body.slice(close.end)))
    return body;
  const blank = ({ start, end }: { start: number; end: number }) => ' '.repeat(end - start);
  return body.slice(0, open.start) + blank(open) + inside + blank(close) + body.slice(close.end);
}

/** Lines that are not blank. */
function lines(text: string): number {
  return text.match(/^.*\S.*$/gm)?.length ?? 0;
}
