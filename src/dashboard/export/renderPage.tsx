import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import { cut, printable } from '../../core/views/columns.js';
import { clip } from '../components/clipped.js';
import { DashboardView } from '../components/dashboardView.js';
import { Patterns } from '../components/progressBar.js';
import { NameProvider, standaloneView, ViewProvider } from '../components/view.js';
import { formatDay } from '../format.js';
import shared from '../styles.css';
import own from './page.css';
import { escapeMarkup, wellFormed } from './wellFormed.js';

/** For whom a page is made. */
export interface PageOptions {
  /** BCP 47, for numbers and dates; the words are of the language that `l10n` has. */
  readonly locale: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Dashboards as one HTML page, drawn by the components of the panel: it needs nothing beside it, runs no script, and follows the
 * light or dark of whoever reads it. Its policy lets its own styles in and nothing else, so that a text which were markup after
 * all could do nothing either.
 */
export async function renderPage(dashboards: readonly Dashboard[], { locale, now }: PageOptions): Promise<string> {
  const styles = `${shared}\n${own}`;
  const policy = `default-src 'none'; style-src 'sha256-${await hashOf(styles)}'; base-uri 'none'; form-action 'none'`;
  const body = renderToString(
    <ViewProvider value={standaloneView(locale, now)}>
      <Page dashboards={dashboards} locale={locale} />
    </ViewProvider>,
  );
  return wellFormed(`<!DOCTYPE html>
<html lang="${escapeMarkup(locale)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Roadmap Lens">
<title>${escapeMarkup(titleOf(dashboards))}</title>
<style>${styles}</style>
</head>
<body>
${body}
</body>
</html>
`);
}

function Page({ dashboards, locale }: { readonly dashboards: readonly Dashboard[]; readonly locale: string }): VNode {
  const [first] = dashboards;
  return (
    <main>
      <Patterns />
      {dashboards.map((dashboard, index) =>
        dashboards.length === 1 ? (
          <DashboardView key={dashboard.uri} dashboard={dashboard} shown={dashboard} bare />
        ) : (
          <NameProvider key={dashboard.uri} value={`roadmap-${index}`}>
            <article>
              <span id={`roadmap-${index}`} hidden>
                {clip(printable(`${dashboard.header.title}, ${dashboard.path}`))}
              </span>
              <DashboardView dashboard={dashboard} shown={dashboard} bare />
            </article>
          </NameProvider>
        ),
      )}
      {first && (
        <footer class="made">
          {l10n.t({
            message: 'Made by Roadmap Lens on {0} from {1}.',
            args: [formatDay(locale, first.today), dashboards.map(({ path }) => clip(printable(path))).join(', ')],
            comment: 'At the end of an exported page; {0} is a date, {1} are the paths of roadmaps',
          })}
        </footer>
      )}
    </main>
  );
}

/** What tabs and lists of results show of a title. */
const longestTitle = 70;

function titleOf(dashboards: readonly Dashboard[]): string {
  const [first, ...others] = dashboards;
  return first && others.length === 0 ? cut(printable(clip(first.header.title)), longestTitle) : l10n.t('Roadmaps');
}

/** The SHA-256 of a text as policies have it: https://www.w3.org/TR/CSP3/#match-element-to-source-list */
async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
