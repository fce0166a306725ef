import { statuses } from '../core/model/status.js';
import type { Dashboard, SectionName } from '../core/views/dashboard/dashboard.js';
import type { DashboardUpdate } from '../core/views/dashboard/dashboardUpdate.js';
import { reportFormats } from '../core/views/reportFormats.js';
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
export const exportFormats = reportFormats;
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

const list = z.custom<readonly unknown[]>((value) => Array.isArray(value));
/** Kept as it is, neither copied nor looked into: the extension has made it by the same types. */
const object = z.custom<object>((value) => isObject(value));
const withId = z.custom<readonly { readonly id: string }[]>(
  (value) => Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry['id'] === 'string'),
);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const shifts = z.array(z.tuple([line, z.int()]));

const sections = {
  header: object,
  notices: list,
  horizons: list,
  timeline: object,
  burnUp: object,
  metrics: list,
  next: object,
  risks: list,
  dependencies: list,
  themes: list,
  outcomes: list,
  nextSteps: list,
  activity: object,
  review: z.optional(object),
  problems: object,
} satisfies Record<Exclude<SectionName, 'tasks'>, z.ZodMiniType>;

/** Of each section at most. */
const shiftsOf = Object.fromEntries(Object.keys(sections).map((name) => [name, z.optional(shifts)]));

const fromHost = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('state'),
    revision: line,
    dashboard: z.nullable(
      z.strictObject({ uri: text(10_000), path: text(10_000), today: z.int(), tasks: withId, ...sections }),
    ),
    roadmaps: z.array(z.strictObject({ uri: text(10_000), title: z.string() })),
    loading: z.boolean(),
    problem: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('update'),
    revision: line,
    update: z.strictObject({
      today: z.int(),
      sections: z.partial(z.strictObject(sections)),
      shifted: z.optional(z.strictObject(shiftsOf)),
      gone: z.optional(z.array(z.literal('review'))),
      tasks: z.optional(
        z.strictObject({ changed: withId, order: z.optional(z.array(id)), shifts: z.optional(shifts) }),
      ),
    }),
  }),
  z.strictObject({ type: z.literal('changed'), id, made: z.boolean() }),
]);

/**
 * Reads what came from the extension: its frame exactly, of a dashboard that each section is of its kind. What runs under a
 * policy without `unsafe-eval`, as the panel's script, calls `z.config({ jitless: true })` before: zod would otherwise try to
 * compile schemas, which the policy forbids and reports.
 */
export function readHostMessage(message: unknown): HostMessage | undefined {
  const read = fromHost.safeParse(message);
  return read.success ? (read.data as HostMessage) : undefined;
}

/** What is written into the page for its script to begin with: no text of a file is among it. */
export interface PanelStart {
  readonly layout: 'panel' | 'sideBar';
  /** BCP 47, VS Code's display language. */
  readonly locale: string;
  /** Translations of the texts, where there are any. */
  readonly texts?: Readonly<Record<string, string>>;
}
