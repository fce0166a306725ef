import type { Change } from '../model/edit.js';
import type { FixEdit, FoundProblem } from '../model/problem.js';

/** What the safe fixes of problems do: of each problem the first of them. */
export function safeFixes(problems: readonly Pick<FoundProblem, 'fixes'>[]): readonly FixEdit[] {
  return problems.flatMap(({ fixes }) => fixes?.find(({ safe }) => safe)?.edit ?? []);
}

/** What fixes change in a roadmap, each change once: two problems may have one way out. */
export function roadmapChanges(edits: readonly FixEdit[], uri: string): readonly Change[] {
  const changes = edits.flatMap((edit) => (edit.kind === 'roadmap' && edit.uri === uri ? edit.changes : []));
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
