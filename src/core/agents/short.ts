/** UTF-16 code units of a text that agents are told; a line of a file may have millions. */
const longest = 300;

/** A text that comes from a file, cut where it is too long to be read. */
export function short(text: string, most = longest): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
