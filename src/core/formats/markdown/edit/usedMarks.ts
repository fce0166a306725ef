import { tasksOf, groupsOf, type Roadmap, type Status } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { statusOfEmoji, statusOfWord } from '../../../values/status.js';
import { preferredWords } from '../../../values/words/preferred.js';

/** How a file says where its tasks stand, so that an edit says it likewise. */
export interface UsedMarks {
  /** Characters of check boxes, the commonest first. */
  readonly boxes: Readonly<Record<Status, readonly string[]>>;
  /** Texts of other marks by shape, the commonest first: `✅ Done` has the shape `e w`. */
  readonly marks: ReadonlyMap<string, Readonly<Record<Status, readonly string[]>>>;
  readonly emoji: Readonly<Record<Status, readonly string[]>>;
  readonly words: Readonly<Record<Status, readonly string[]>>;
  /** How many tasks have a check box, an emoji before their title, and one behind it. */
  readonly boxed: number;
  readonly before: number;
  readonly behind: number;
}

const usualBoxes: Readonly<Record<Status, readonly string[]>> = {
  todo: [' '],
  doing: ['/', '-'],
  blocked: ['!'],
  done: ['x'],
  cancelled: ['-'],
};
const usualEmoji: Readonly<Record<Status, string>> = {
  todo: '⬜',
  doing: '🚧',
  blocked: '⛔',
  done: '✅',
  cancelled: '❌',
};

/** A tally of texts per status. */
class Tally {
  private readonly counts = new Map<Status, Map<string, number>>();

  add(status: Status, text: string): void {
    const of = this.counts.get(status) ?? new Map<string, number>();
    of.set(text, (of.get(text) ?? 0) + 1);
    this.counts.set(status, of);
  }

  record(): Record<Status, readonly string[]> {
    const all = (status: Status) =>
      [...(this.counts.get(status) ?? [])].sort(([, a], [, b]) => b - a).map(([text]) => text);
    return {
      todo: all('todo'),
      doing: all('doing'),
      blocked: all('blocked'),
      done: all('done'),
      cancelled: all('cancelled'),
    };
  }
}

/** Collects the marks of a text's tasks and groups. */
export function usedMarks(text: string, roadmap: Roadmap): UsedMarks {
  const boxes = new Tally();
  const emoji = new Tally();
  const words = new Tally();
  const shapes = new Map<string, Tally>();
  let boxed = 0;
  let before = 0;
  let behind = 0;
  const note = (status: Status, span: Span, title: Span) => {
    const mark = text.slice(span.start, span.end);
    const box = boxCharacter(mark);
    if (box !== undefined) {
      boxes.add(status, box);
      boxed++;
      return;
    }
    if (span.end <= title.start) before++;
    else if (span.end - title.end < 40) behind++;
    for (const part of partsOf(mark)) {
      if (part.status !== status) continue;
      if (part.kind === 'e') emoji.add(status, part.text);
      else words.add(status, part.text);
    }
    const shape = shapeOf(mark);
    let tally = shapes.get(shape);
    if (!tally) shapes.set(shape, (tally = new Tally()));
    tally.add(status, mark);
  };
  for (const task of tasksOf(roadmap)) {
    if (task.statusSource === 'own' && task.statusSpan) note(task.status, task.statusSpan, task.titleSpan);
  }
  for (const { group } of groupsOf(roadmap)) {
    if (group.ownStatus) note(group.ownStatus.value, group.ownStatus.span, group.titleSpan);
  }
  for (const { mark, status, count } of roadmap.dialect?.marks ?? []) {
    const box = boxCharacter(mark);
    if (!status) continue;
    if (box !== undefined) for (let i = 0; i < Math.min(count, 3); i++) boxes.add(status, box);
    else emoji.add(status, mark);
  }
  return {
    boxes: boxes.record(),
    emoji: emoji.record(),
    words: words.record(),
    marks: new Map([...shapes].map(([shape, tally]) => [shape, tally.record()])),
    boxed,
    before,
    behind,
  };
}

/** The character of a check box, if a mark is one: ` ` for `[ ]` and `[]`. */
export function boxCharacter(mark: string): string | undefined {
  const found = /^\s?(?:\[\s?(\S?)\ufe0f?\s?\]|\(([ xX])\))\s?$/u.exec(mark);
  if (!found) return undefined;
  const character = (found[1] ?? found[2])!;
  return character.trim() === '' ? ' ' : character;
}

/** Characters to say a status by in a check box: those of the file, then the usual ones. */
export function boxesFor(used: UsedMarks, status: Status): readonly string[] {
  return [...new Set([...used.boxes[status], ...usualBoxes[status]])];
}

export function emojiFor(used: UsedMarks, status: Status): string {
  return used.emoji[status][0] ?? usualEmoji[status];
}

/** A part of a mark that says something: an emoji or a word. */
interface MarkPart {
  readonly kind: 'e' | 'w';
  readonly text: string;
  readonly start: number;
  readonly status: Status;
}

function partsOf(mark: string): MarkPart[] {
  const parts: MarkPart[] = [];
  for (const found of mark.matchAll(
    /\p{L}(?:[\p{L}\p{M}'’_ -]{0,40}[\p{L}\p{M}])?|\p{Extended_Pictographic}\ufe0f?/gu,
  )) {
    const [text] = found;
    const isWord = /^\p{L}/u.test(text);
    const status = isWord ? statusOfPhrase(text) : statusOfEmoji(text.replace('\ufe0f', ''));
    if (status) parts.push({ kind: isWord ? 'w' : 'e', text, start: found.index, status });
  }
  return parts;
}

function statusOfPhrase(text: string): Status | undefined {
  return statusOfWord(text) ?? (/^(?:planning|fixed|yes|no|new|current|draft)$/i.test(text) ? 'todo' : undefined);
}

/** What a mark looks like, whatever it says: `(✅ Done)` and `(🚧 In progress)` are alike. */
function shapeOf(mark: string): string {
  let shape = mark;
  for (const { start, text, kind } of partsOf(mark).reverse())
    shape = shape.slice(0, start) + kind + shape.slice(start + text.length);
  return shape;
}

/** The ways to write a mark anew for another status, the most like it first. */
export function rewriteMark(mark: string, status: Status, used: UsedMarks): string[] {
  const parts = partsOf(mark);
  const ways = [...(used.marks.get(shapeOf(mark))?.[status] ?? [])];
  if (parts.length === 0) return [...ways, wordFor(mark, status, used)];
  let rewritten = mark;
  for (const { start, text, kind } of [...parts].reverse()) {
    const put = kind === 'e' ? emojiFor(used, status) : wordFor(text, status, used);
    rewritten = rewritten.slice(0, start) + put + rewritten.slice(start + text.length);
  }
  // What stands beside the word may have been said of the old status: `(done in v1.2)`.
  const word = parts.find(({ kind }) => kind === 'w');
  const bare = word && /^([^\p{L}\p{N}]*).*?([\])）]*[*_`]*)$/su.exec(mark);
  const plain = bare
    ? `${bare[1]!.replace(/\p{Extended_Pictographic}\ufe0f?/gu, () => emojiFor(used, status))}${wordFor(word.text, status, used)}${bare[2]!}`
    : '';
  return [...new Set([...ways, rewritten, plain])].filter((way) => way !== '' && way !== mark);
}

/** The file's own word, else the usual one of the language of `like`, in its case. */
export function wordFor(like: string, status: Status, used: UsedMarks): string {
  const [own] = used.words[status];
  const word = own ?? preferredWords(Object.values(used.words).flat().concat(like))[status];
  if (own) return own;
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase();
  return /^\p{Ll}/u.test(like) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
