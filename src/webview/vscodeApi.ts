import * as z from 'zod/mini';
import { nothingKept, type Kept } from '../dashboard/components/view.js';
import { noFilter } from '../core/views/dashboard/filterDashboard.js';
import { priorities, statuses } from '../core/model/roadmap.js';
import type { PanelMessage } from '../dashboard/messages.js';

/** What VS Code gives to the script of a panel, once. */
export interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: Memory): void;
}

const names = z.readonly(z.array(z.string().check(z.maxLength(1_000_000))).check(z.maxLength(10_000)));

/** Of lists and of their rows: both are few. */
const listName = z.string().check(z.maxLength(100));
const count = z.int().check(z.nonnegative(), z.maximum(1_000_000));

const schema = z.object({
  /** The roadmap that was shown; the extension reads it when it restores the panel. */
  uri: z.optional(z.string()),
  filter: z._default(
    z.object({
      text: z.string(),
      statuses: z.readonly(z.array(z.enum(statuses))),
      priorities: z.readonly(z.array(z.enum([...priorities, 'none']))),
      owners: names,
      horizons: names,
      labels: names,
    }),
    noFilter,
  ),
  folds: z._default(names, nothingKept.folds),
  zoom: z._default(z.number(), nothingKept.zoom),
  chart: z._default(z.string(), nothingKept.chart),
  pages: z._default(z.record(listName, count), nothingKept.pages),
  tables: z._default(names, nothingKept.tables),
  cancelled: z._default(z.boolean(), nothingKept.cancelled),
  timeline: z._default(z.number().check(z.minimum(0), z.maximum(1)), nothingKept.timeline),
  scroll: z._default(z.number(), 0),
});

/** What outlives a panel that is hidden, or a window that is loaded again. */
export type Memory = Readonly<z.infer<typeof schema>> & Kept;

/** What was kept, or as much of nothing as a panel begins with where another version has kept something else. */
export function readMemory(state: unknown): Memory {
  const read = schema.safeParse(state ?? {});
  return read.success ? read.data : schema.parse({});
}
