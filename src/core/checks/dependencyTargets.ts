import type { Group, Roadmap, Sourced, Task } from '../model/roadmap.js';
import { planLookup, type NamedNode, type PlanNodes } from '../progress/planNodes.js';

/** What one entry of a `dependsOn` names. */
interface DependencyTarget {
  readonly node: Group | Task;
  /** In the list of nodes. */
  readonly index: number;
  readonly text: Sourced<string>;
  readonly named: NamedNode;
}

/** What the tasks and groups of a roadmap depend on, in document order. */
export function dependencyTargets(
  roadmap: Roadmap,
  aliases: ReadonlyMap<string, string>,
): { readonly plan: PlanNodes; readonly targets: readonly DependencyTarget[] } {
  const { plan, find } = planLookup(roadmap, aliases);
  const targets = plan.nodes.flatMap((node, index) =>
    (node.dependsOn ?? []).map((text) => ({ node, index, text, named: find(text.value) })),
  );
  return { plan, targets };
}
