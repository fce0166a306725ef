/** Headings of the column that says when each row was measured. */
const headings = /^(?:date|day|time|timestamp|date ?time|measured|measured at|when|at)$/i;

/** Which column says when its rows were measured; undefined where none is called so. */
export function timeColumn(headingsOfFile: readonly string[]): number | undefined {
  const index = headingsOfFile.findIndex((heading) => headings.test(heading.trim().replaceAll('_', ' ')));
  return index < 0 ? undefined : index;
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/;

/**
 * When a row was measured: seconds since 1970. ISO 8601 (without a zone it is UTC), or seconds or milliseconds since 1970;
 * undefined for anything else.
 */
export function timeOf(cell: string): number | undefined {
  const text = cell.trim();
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(text)) return Number(text);
  if (/^\d{12,13}$/.test(text)) return Number(text) / 1000;
  const match = iso.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31 || hour > 23 || minute > 59) return undefined;
  const offset = match[7] === undefined ? 0 : (match[7] === '-' ? -1 : 1) * (Number(match[8]) * 60 + Number(match[9]));
  return Date.UTC(year!, month! - 1, day, hour, minute - offset, second) / 1000;
}
