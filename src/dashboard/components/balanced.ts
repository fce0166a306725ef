const embeddings = /[\u202A\u202B\u202D\u202E]/;
const isolates = /[\u2066-\u2068]/;
const endOfEmbedding = '\u202C';
const endOfIsolate = '\u2069';
const any = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * The text with an end for every mark in it that turns the direction of what follows, and without ends of what it did not begin. The
 * element that holds a text ought to see to that, but to Chromium the first end is the end of whatever was begun last.
 */
export function balanced(text: string): string {
  if (!any.test(text)) return text;
  const open: string[] = [];
  let kept = '';
  for (const character of text) {
    if (embeddings.test(character)) open.push(endOfEmbedding);
    else if (isolates.test(character)) open.push(endOfIsolate);
    else if (character === endOfEmbedding) {
      // It ends nothing beyond the isolate it stands in.
      if (open.at(-1) !== endOfEmbedding) continue;
      open.pop();
    } else if (character === endOfIsolate) {
      const begun = open.lastIndexOf(endOfIsolate);
      if (begun < 0) continue;
      // With an isolate all that was begun in it ends.
      open.length = begun;
    }
    kept += character;
  }
  return kept + open.reverse().join('');
}
