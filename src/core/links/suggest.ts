import MiniSearch from 'minisearch';
import { tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { PlacedTask } from './taskLookup.js';

/** A task that a text may belong to, with the words that say so. */
export interface Suggestion extends PlacedTask {
  /** Words of the text that the task has too, most telling first. */
  readonly because: readonly string[];
}

interface Entry extends PlacedTask {
  readonly id: number;
  readonly title: string;
  /** What stands above it. */
  readonly above: string;
}

const most = 5;
/** Words that say nothing of what a text is about. */
const stopWords = new Set(
  'a an and any are as at be been but by can do does for from has have if in into is it its just more must need needs not now of on or our should so some still that the their them then there these they this to todo too up use used uses using was we were what when where which will with would you'.split(
    ' ',
  ),
);

const indexes = new WeakMap<Roadmap, { readonly index: MiniSearch<Entry>; readonly entries: readonly Entry[] }>();

/**
 * The tasks that a text may belong to, the likeliest first: by words in common with their titles and those above them,
 * inflections and misspellings allowed (BM25+, https://github.com/lucaong/minisearch). Done ones come only where they
 * fit clearly better.
 */
export function suggestTasks(text: string, roadmaps: readonly RoadmapFile[]): Suggestion[] {
  const found = roadmaps.flatMap((file) => {
    const { roadmap } = file;
    if (!roadmap) return [];
    const { index, entries } = indexOf(file, roadmap);
    return index
      .search(text.slice(0, 500), { fuzzy: (term) => (term.length > 4 ? 0.2 : false), boost: { title: 3 } })
      .slice(0, 4 * most)
      .map(({ id, score, queryTerms }) => {
        const entry = entries[id as number]!;
        const closed = entry.task.status === 'done' || entry.task.status === 'cancelled';
        return { file, task: entry.task, score: closed ? score / 2 : score, because: wordsOf(text, queryTerms) };
      });
  });
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ file, task, because }) => ({ file, task, because }));
}

function indexOf(file: RoadmapFile, roadmap: Roadmap) {
  const known = indexes.get(roadmap);
  if (known) return known;
  const above = new Map<Task, string>();
  const visit = (node: Group | Task, titles: string) => {
    if (node.kind === 'task') above.set(node, titles);
    for (const child of node.children) visit(child, `${titles} ${node.title}`);
  };
  for (const child of roadmap.children) visit(child, '');
  const entries = [...tasksOf(roadmap)].map((task, id) => ({
    id,
    file,
    task,
    title: task.title,
    above: above.get(task) ?? '',
  }));
  const index = new MiniSearch<Entry>({ fields: ['title', 'above'], processTerm: stem });
  index.addAll(entries);
  const made = { index, entries };
  indexes.set(roadmap, made);
  return made;
}

/** A word without its inflection, as far as that is a common one of English; null for words that say nothing. */
function stem(term: string): string | null {
  const word = term.toLowerCase();
  if (stopWords.has(word) || word.length < 2) return null;
  return word.length < 5 ? word : word.replace(/(?:ations?|ings?|ies|ed|es|s|e)$/, '');
}

/** The words as they stand in the text, of the stems that were found. */
function wordsOf(text: string, stems: readonly string[]): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}_]{2,60}/gu)].map(([word]) => word);
  const found = stems.flatMap((one) => words.find((word) => stem(word) === one) ?? []);
  return [...new Set(found)].slice(0, 4);
}
