import type { EditResult } from '../core/model/edit.js';
import { LineIndex, type Position } from '../core/model/span.js';

/** What an edit came to, for programs. Positions are 0-based, characters in UTF-16. */
interface EditJson {
  readonly schemaVersion: 1;
  /** The roadmap, relative to the current directory; null where none was found. */
  readonly path: string | null;
  readonly dryRun: boolean;
  /** Whether the file says it now, also where it did before. */
  readonly done: boolean;
  /** In positions of the text as it was, in ascending order; empty where nothing was to be changed. */
  readonly edits: readonly { readonly start: Position; readonly end: Position; readonly newText: string }[];
  /** Titles of the tasks that were left as they are. */
  readonly left: readonly string[];
  /** Why nothing was changed, where it is so. */
  readonly message: string | null;
}

export function editJson(path: string, dryRun: boolean, text: string, planned: EditResult): EditJson {
  const lines = new LineIndex(text);
  return {
    schemaVersion: 1,
    path,
    dryRun,
    done: !dryRun || !planned.ok,
    edits: planned.ok
      ? planned.edits.map(({ span, newText }) => ({
          start: lines.positionAt(span.start),
          end: lines.positionAt(span.end),
          newText,
        }))
      : [],
    left: planned.ok ? (planned.left ?? []) : [],
    message: planned.ok ? null : planned.message,
  };
}

export function refusalJson(path: string | undefined, dryRun: boolean, message: string): EditJson {
  return { schemaVersion: 1, path: path ?? null, dryRun, done: false, edits: [], left: [], message };
}
