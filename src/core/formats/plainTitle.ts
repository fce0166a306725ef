/** The title without emoji, ordinals, trailing colon and case: what the patterns of the readers are made for. */
export function plainTitle(title: string): string {
  let plain = plainTitles.get(title);
  if (plain === undefined) {
    plain = simplify(title);
    if (plainTitles.size >= maxKept) plainTitles.clear();
    if (title.length <= longestTitle) plainTitles.set(title, plain);
  }
  return plain;
}

/** What a title says it says at its beginning; some of the patterns it is compared with are not linear. */
const longestTitle = 200;

/** Labels and names of fields recur on every page of a plan. What is kept depends on the title alone, and is bounded. */
const plainTitles = new Map<string, string>();
const maxKept = 500;

function simplify(title: string): string {
  return title
    .slice(0, longestTitle)
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,4}|[a-z])[.):]\s+/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/[\s/]+/g, ' ')
    .replaceAll('’', "'");
}
