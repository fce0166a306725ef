import { statuses } from '../core/model/status.js';
import type { Dashboard, Target } from '../core/views/dashboard/dashboard.js';
import type { DashboardUpdate } from '../core/views/dashboard/dashboardUpdate.js';
import * as z from 'zod/mini';

// What panel and extension say to each other. Each side reads what the other sends by these schemas and takes nothing else.

const text = (most: number) => z.string().check(z.maxLength(most));
/** Ids are made of titles and as long as these may be. */
const id = text(1_000_000);
const line = z.int().check(z.nonnegative());

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['task', 'group']), id }),
  z.strictObject({ kind: z.literal('line'), path: text(10_000), line }),
  z.strictObject({ kind: z.literal('commit'), hash: z.string().check(z.regex(/^[0-9a-f]{7,64}$/)) }),
]);

/** The forms in which the panel exports what it shows. */
export const exportFormats = ['md', 'html', 'json', 'csv', 'svg'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Commands of the extension that the panel offers, by the keys of `commands`. */
export const panelCommands = ['showNext', 'refresh', 'addTask', 'markReviewed', 'openRoadmap'] as const;
export type PanelCommand = (typeof panelCommands)[number];

const fromPanel = z.discriminatedUnion('type', [
  /** Its script runs and can show a dashboard: of this roadmap, where it kept one. */
  z.strictObject({ type: z.literal('ready'), uri: z.optional(text(10_000)) }),
  z.strictObject({ type: z.literal('open'), target }),
  /** The person moves a task: it is answered by `changed`, and by an update where it was made. */
  z.strictObject({ type: z.literal('setStatus'), id, status: z.enum(statuses) }),
  z.strictObject({ type: z.literal('explain'), target }),
  z.strictObject({ type: z.literal('export'), format: z.enum(exportFormats) }),
  z.strictObject({ type: z.literal('command'), command: z.enum(panelCommands) }),
  /** Shows another roadmap of the workspace. */
  z.strictObject({ type: z.literal('show'), uri: text(10_000) }),
  /** From the side bar: opens the panel. */
  z.strictObject({ type: z.literal('openPanel') }),
]);

export type PanelMessage = z.infer<typeof fromPanel>;

/** Reads what came from the panel; undefined where it is nothing that a panel of this version sends. */
export function readPanelMessage(message: unknown): PanelMessage | undefined {
  const read = fromPanel.safeParse(message);
  return read.success ? read.data : undefined;
}

/** A roadmap that can be shown. */
export interface RoadmapChoice {
  readonly uri: string;
  readonly title: string;
}

export type HostMessage =
  /** All of it: the first time, and when another roadmap is shown. `dashboard` is null where there is no roadmap. */
  | {
      readonly type: 'state';
      readonly revision: number;
      readonly dashboard: Dashboard | null;
      readonly roadmaps: readonly RoadmapChoice[];
      /** Whether roadmaps are still being looked for. */
      readonly loading: boolean;
      /** Why the roadmap cannot be shown, where it cannot. */
      readonly problem?: string;
    }
  /** What is new since the state or update of `revision - 1`. */
  | { readonly type: 'update'; readonly revision: number; readonly update: DashboardUpdate }
  /** What became of a `setStatus`. */
  | { readonly type: 'changed'; readonly id: string; readonly made: boolean };

/** Reads what came from the extension: its frame exactly, of a dashboard that each section is of its kind. */
export declare function readHostMessage(message: unknown): HostMessage | undefined;

/** What is written into the page for its script to begin with: no text of a file is among it. */
export interface PanelStart {
  readonly layout: 'panel' | 'sideBar';
  /** BCP 47, VS Code's display language. */
  readonly locale: string;
  /** Translations of the texts, where there are any. */
  readonly texts?: Readonly<Record<string, string>>;
}

export type { Target };
