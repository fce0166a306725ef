import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelMessage } from '../messages.js';

/** What of the dashboard's looks is kept while it is hidden, and after a reload of the window. */
export interface Kept {
  /** Names of the sections that are folded. */
  readonly folds: readonly string[];
  /** How many times wider than its window the timeline is; 1 fits. */
  readonly zoom: number;
  /** The id of the horizon whose burn-up is shown; empty for the whole plan. */
  readonly chart: string;
  /** How many rows of each long list are drawn, by the name of its section and of the list. */
  readonly pages: Readonly<Record<string, number>>;
  /** Names of the sections whose tables are open. */
  readonly tables: readonly string[];
  /** Whether the board's column of what is cancelled is open. */
  readonly cancelled: boolean;
  /** How far the timeline is scrolled, as a share of its width. */
  readonly timeline: number;
}

/** What is kept of one roadmap alone: another one begins with this. */
export const nothingOfRoadmap = { chart: '', pages: {}, tables: [], cancelled: false, timeline: 0 } as const;

export const nothingKept: Kept = { folds: [], zoom: 1, ...nothingOfRoadmap };

/** So many rows of a list that were drawn are drawn again at most: what is restored opens at once. */
export const mostKeptRows = 1000;

/** Everything that components need to know beside what they draw. It stays the same object while the page lives. */
export interface View {
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  /**
   * Whether it is drawn into a page that runs no script: without controls, unfolded, with places as text instead of buttons that
   * lead there.
   */
  readonly standalone: boolean;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Tells the extension. */
  readonly dispatch: (message: PanelMessage) => void;
  /** What was kept as of now; components begin with it and keep what the person changes. */
  readonly kept: () => Kept;
  readonly keep: (change: Partial<Kept>) => void;
}

/** The view of a page without script. */
export function standaloneView(locale: string, now: number): View {
  return {
    locale,
    standalone: true,
    now: () => now,
    dispatch: () => {},
    kept: () => nothingKept,
    keep: () => {},
  };
}

const ViewContext = createContext<View>(standaloneView('en', 0));
export const ViewProvider = ViewContext.Provider;

/** The roadmap's path, which every place in it begins with. */
const PathContext = createContext('');
export const PathProvider = PathContext.Provider;

export function useView(): View {
  return useContext(ViewContext);
}

export function useRoadmapPath(): string {
  return useContext(PathContext);
}

const SectionContext = createContext('');
/** The name of the section around something, by which what is kept of it is known. */
export const SectionProvider = SectionContext.Provider;

export function useSectionOf(): string {
  return useContext(SectionContext);
}

const NameContext = createContext('');
/** The id of an element with the roadmap's title, in a page of several: sections are called after it, too. */
export const NameProvider = NameContext.Provider;

/** The ids of what names a section, by that of its own title. */
export function useSectionName(title: string): string {
  const roadmap = useContext(NameContext);
  return roadmap === '' ? title : `${title} ${roadmap}`;
}
