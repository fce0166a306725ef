import { groupById, taskById } from '../../core/model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../../core/model/snapshot.js';
import type { Position } from '../../core/model/span.js';
import type { Target } from '../../core/views/dashboard/dashboard.js';
import type { CommitArgument } from '../commands.js';

/** Where a target leads to: into a file, or to a commit. */
export type Place =
  | { readonly kind: 'file'; readonly uri: string; readonly position: Position }
  | { readonly kind: 'commit'; readonly commit: CommitArgument };

/**
 * Where a target of a roadmap's dashboard lies now. Undefined where it is not there any more, and for whatever is none of what
 * is known: a page leads to nothing else.
 */
export function placeOf(snapshot: Snapshot, file: RoadmapFile, target: Target): Place | undefined {
  if (target.kind === 'commit') return commitPlace(snapshot, file, target.hash);
  if (target.kind === 'line') return linePlace(snapshot, file, target.path, target.line);
  return nodePlace(file, target.kind, target.id);
}

function nodePlace({ uri, roadmap, lines }: RoadmapFile, kind: 'task' | 'group', id: string): Place | undefined {
  if (!roadmap) return undefined;
  const node = kind === 'task' ? taskById(roadmap, id) : groupById(roadmap, id);
  return node && { kind: 'file', uri, position: lines.positionAt(node.titleSpan.start) };
}

/** A line of a file of the roadmap's own folder that is known: in another one, a file of the same name is another file. */
function linePlace(snapshot: Snapshot, { folder }: RoadmapFile, path: string, line: number): Place | undefined {
  const { roadmaps, configs, todos } = snapshot;
  const files = [...roadmaps, ...configs, ...todos.files.values()];
  const found = files.find((each) => each.path === path && each.folder.uri === folder.uri);
  return found && { kind: 'file', uri: found.uri, position: { line, character: 0 } };
}

function commitPlace({ histories, planHistories }: Snapshot, file: RoadmapFile, hash: string): Place | undefined {
  const found = (folder: string): Place => ({ kind: 'commit', commit: { folder, hash } });
  const own = [...histories].sort((a, b) => Number(b.uri === file.folder.uri) - Number(a.uri === file.folder.uri));
  const history = own.find(({ commits }) => commits.some((commit) => commit.hash === hash));
  if (history) return found(history.folder.uri);
  const versions = planHistories.find(({ uri }) => uri === file.uri);
  return versions?.points.some((point) => point.hash === hash) ? found(file.folder.uri) : undefined;
}
