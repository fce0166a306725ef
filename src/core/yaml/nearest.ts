import { distance } from 'fastest-levenshtein';

/** The known word that an unknown one was probably meant to be: the beginning of it, or few letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 40) return undefined;
  const written = word.toLowerCase();
  let best: { readonly word: string; readonly steps: number } | undefined;
  for (const candidate of known) {
    const steps =
      written.length > 2 && candidate.toLowerCase().startsWith(written)
        ? 1
        : distance(written, candidate.toLowerCase());
    // Two letters that changed places count as two steps, and words of five letters have them.
    if (steps * 5 <= Math.max(candidate.length, word.length) * 2 && steps < (best?.steps ?? Infinity)) {
      best = { word: candidate, steps };
    }
  }
  return best?.word;
}
