import * as l10n from '@vscode/l10n';
import type { ComponentChildren, VNode } from 'preact';
import { sayPercent } from '../../core/views/words.js';
import type { Header as HeaderData } from '../../core/views/dashboard/dashboard.js';
import { clip, Clipped } from './clipped.js';
import { Explained } from './explained.js';
import { memo } from './memo.js';
import { OpenLine } from './open.js';
import { ProgressBar } from './progressBar.js';
import { withKeys } from './withKeys.js';

interface Props {
  readonly header: HeaderData;
  /** Beside the title. */
  readonly children?: ComponentChildren;
}

/** Title and facts of the document, and how far the whole plan is. */
export const Header = memo(function Header({ header, children }: Props): VNode {
  return (
    <header class="head" data-section="header">
      <div class="head-line">
        <h1>
          <OpenLine line={0}>
            <Clipped text={header.title} />
          </OpenLine>
        </h1>
        {children}
      </div>
      <Overall header={header} />
      {header.facts.length > 0 && (
        <dl class="facts">
          {withKeys(header.facts, ({ name }) => name).map(([key, { name, text, line }]) => (
            <div key={key}>
              <dt>
                <Clipped text={name} />
              </dt>
              <dd>
                <OpenLine line={line}>
                  <Clipped text={text} />
                </OpenLine>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
});

/** The progress of the whole plan, with its forecast. */
export function Overall({ header }: { readonly header: HeaderData }): VNode {
  const { counts, percent, done, effort, forecast } = header;
  return (
    <div class="overall">
      <ProgressBar counts={counts} />
      <ul class="figures" aria-label={l10n.t('Progress of the whole plan')}>
        <li>
          <Explained explain={done.explain}>
            {clip(done.text)} · {sayPercent(percent)}
          </Explained>
        </li>
        {effort && (
          <li>
            <Explained explain={effort.explain}>{sayEffortDone(effort.text)}</Explained>
          </li>
        )}
        <li>
          <Explained explain={forecast.explain}>{sayForecast(forecast.text)}</Explained>
        </li>
      </ul>
    </div>
  );
}

/** `By effort: 12 of 40 working days (30 %)` */
export function sayEffortDone(effort: string): string {
  return l10n.t({ message: 'By effort: {0}', args: [clip(effort)], comment: '{0} is "12 of 40 working days"' });
}

/** `Forecast: 50 %: 2026-03-04, …` */
export function sayForecast(text: string): string {
  return l10n.t({
    message: 'Forecast: {0}',
    args: [clip(text)],
    comment: '{0} says when all will be done, or why nobody knows',
  });
}
