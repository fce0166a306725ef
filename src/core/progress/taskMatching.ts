import { distance } from 'fastest-levenshtein';
import type { VersionTask } from '../model/planHistory.js';
import { idKey } from '../references/taskId.js';

/** Tasks of one place that are compared by similar titles: where there are more, only neighbours in order are. */
const maxCompared = 30;
/** How alike two titles must be to be one that was reworded: 1 is the same. */
const alike = 0.5;

/**
 * Which task of an earlier version each task of a later one is: its index, or -1 where it is new. Taken is, the surest first:
 * 1. the same id with the same title;
 * 2. the same title in the same place, where both versions have it once: an id that was assigned, changed or numbered anew;
 * 3. the same explicit id, whatever became of title and place;
 * 4. the same title in another place, or one of several with that title, in their order;
 * 5. a similar title in the same place, the most similar first.
 */
export function matchTasks(before: readonly VersionTask[], after: readonly VersionTask[]): Int32Array {
  const matches = new Int32Array(after.length).fill(-1);
  const matcher = new Matcher(before, after, matches);
  matcher.sameObjects();
  if (matcher.done) return matches;
  matcher.by(({ id, title }) => `${idKey(id)}\n${titleKey(title)}`);
  matcher.by(({ title, place }) => placed(titleKey(title), place), 'once');
  matcher.by(({ id, explicit }) => (explicit ? idKey(id) : undefined));
  matcher.by(({ title, place }) => placed(titleKey(title), place));
  matcher.by(({ title, horizon }) => `${horizon ?? ''}\n${titleKey(title)}`);
  matcher.by(({ title }) => titleKey(title));
  matcher.similar();
  return matches;
}

/** How titles compare: without regard to case, punctuation and spaces at their ends. */
export function titleKey(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
}

function placed(key: string, place: readonly string[]): string {
  return `${key}\n${place.join('\n')}`;
}

class Matcher {
  /** Indexes of what is not matched yet. */
  private left: number[];
  private right: number[];

  constructor(
    private readonly before: readonly VersionTask[],
    private readonly after: readonly VersionTask[],
    private readonly matches: Int32Array,
  ) {
    this.left = [...before.keys()];
    this.right = [...after.keys()];
  }

  get done(): boolean {
    return this.left.length === 0 || this.right.length === 0;
  }

  /** What did not change at all is the same object: most of two neighbouring versions. */
  sameObjects(): void {
    const places = new Map(this.before.map((task, index) => [task, index]));
    for (const index of this.right) {
      const found = places.get(this.after[index]!);
      if (found !== undefined) this.matches[index] = found;
    }
    this.forget();
  }

  /** Matches those with the same key, in their order; with `once` only those whose key both versions have a single time. */
  by(keyOf: (task: VersionTask) => string | undefined, once?: 'once'): void {
    if (this.done) return;
    const left = this.byKey(this.before, this.left, keyOf);
    const right = this.byKey(this.after, this.right, keyOf);
    for (const [key, indexes] of right) {
      const others = left.get(key);
      if (!others || (once && (others.length > 1 || indexes.length > 1))) continue;
      for (let at = 0; at < Math.min(indexes.length, others.length); at++) this.matches[indexes[at]!] = others[at]!;
    }
    this.forget();
  }

  /** Matches what stands in the same place under a similar title. */
  similar(): void {
    if (this.done) return;
    const placeOf = ({ place }: VersionTask) => place.join('\n');
    const left = this.byKey(this.before, this.left, placeOf);
    for (const [place, indexes] of this.byKey(this.after, this.right, placeOf)) {
      const others = left.get(place);
      if (others) this.similarIn(others, indexes);
    }
    this.forget();
  }

  private similarIn(left: readonly number[], right: readonly number[]): void {
    const all = left.length <= maxCompared && right.length <= maxCompared;
    const pairs: { readonly from: number; readonly to: number; readonly likeness: number }[] = [];
    for (const [at, to] of right.entries()) {
      for (const from of all ? left : left.slice(Math.max(0, at - 2), at + 3)) {
        const likeness = likenessOf(this.before[from]!.title, this.after[to]!.title);
        // Of two explicit ids that both are there, none became the other unless the title says so clearly.
        const ids = this.before[from]!.explicit && this.after[to]!.explicit;
        if (likeness >= (ids ? 0.8 : alike)) pairs.push({ from, to, likeness });
      }
    }
    pairs.sort((a, b) => b.likeness - a.likeness || a.to - b.to || a.from - b.from);
    const taken = new Set<number>();
    for (const { from, to } of pairs) {
      if (taken.has(from) || this.matches[to] !== -1) continue;
      taken.add(from);
      this.matches[to] = from;
    }
  }

  private byKey(
    tasks: readonly VersionTask[],
    indexes: readonly number[],
    keyOf: (task: VersionTask) => string | undefined,
  ): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const index of indexes) {
      const key = keyOf(tasks[index]!);
      if (key === undefined) continue;
      const same = found.get(key);
      if (same) same.push(index);
      else found.set(key, [index]);
    }
    return found;
  }

  private forget(): void {
    const { matches } = this;
    const taken = new Set(matches);
    this.left = this.left.filter((index) => !taken.has(index));
    this.right = this.right.filter((index) => matches[index] === -1);
  }
}

/** How alike two titles are, 0 to 1: by their letters, or by the words they share, whichever says more. */
function likenessOf(a: string, b: string): number {
  const [one, two] = [titleKey(a).slice(0, 200), titleKey(b).slice(0, 200)];
  const letters = 1 - distance(one, two) / Math.max(one.length, two.length, 1);
  const words = new Set(wordsOf(one));
  const others = new Set(wordsOf(two));
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  // Words of two letters and fewer say little; one word in common is no likeness.
  return Math.max(letters, shared < 2 ? 0 : shared / Math.min(words.size, others.size) - 0.1);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]{3,60}/gu) ?? [];
}
