import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { DashboardView } from '../../src/dashboard/components/dashboardView.js';
import { nothingKept, standaloneView, ViewProvider, type View } from '../../src/dashboard/components/view.js';
import type { Status } from '../../src/core/model/roadmap.js';
import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';
import { now } from './measured.js';

/** The view of a panel whose extension hears nothing. */
export const panelView: View = {
  locale: 'en',
  standalone: false,
  now: () => now,
  dispatch: () => {},
  kept: () => nothingKept,
  keep: () => {},
};

/** What a component draws, as HTML. */
export function drawn(content: VNode, view: View = panelView): string {
  return render(<ViewProvider value={view}>{content}</ViewProvider>);
}

/** The dashboard as the panel draws it at first. */
export function drawnPanel(
  dashboard: Dashboard,
  shown = dashboard,
  view = panelView,
  pending: ReadonlyMap<string, Status> = new Map(),
): string {
  return drawn(<DashboardView dashboard={dashboard} shown={shown} pending={pending} />, view);
}

/** The dashboard as a page without script has it. */
export function drawnPage(dashboard: Dashboard, locale = 'en'): string {
  return drawn(<DashboardView dashboard={dashboard} shown={dashboard} />, standaloneView(locale, now));
}

/** The names of all elements, in order, with whether they begin or end. */
export function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-zA-Z][\w-]*)/g)].map(([, name]) => name!);
}

/** What a person reads: the text without tags, entities as they are meant. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
