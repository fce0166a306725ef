import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { Severity } from '../../core/model/problem.js';
import type { ProblemsSummary } from '../../core/views/dashboard/dashboard.js';
import { formatNumber } from '../format.js';
import { Clipped } from './clipped.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { Open } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { Sign } from './sign.js';
import { useView } from './view.js';

/** What is wrong in the roadmap and in what refers to it. */
export const Problems = memo(function Problems({ problems }: { readonly problems: ProblemsSummary }): VNode {
  const { standalone } = useView();
  const none = problems.errors + problems.warnings + problems.infos === 0;
  const nothing =
    problems.state === 'ready' ? l10n.t('No problems were found.') : l10n.t('Problems are being looked for…');
  return (
    <Section name="problems" title={l10n.t('Problems')}>
      {none ? <p class="empty">{nothing}</p> : <ProblemCounts problems={problems} />}
      {!none && problems.items.length === 0 && <NothingMatches />}
      <Paged items={problems.items} size={8}>
        {(shown) => (
          <ul class="rows problems">
            {shown.map(({ code, severity, message, path, line }, index) => (
              <li key={index} class="done-item">
                <Sign name={severity} tone={severity} />
                <div>
                  <span class="hidden">{severities[severity]()} </span>
                  <Open target={{ kind: 'line', path, line }}>
                    <Clipped text={message} />
                  </Open>
                  <span class="note">
                    <code>{code}</code>
                    {!standalone && (
                      <>
                        {' · '}
                        <Clipped text={`${path}:${line + 1}`} />
                      </>
                    )}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Section>
  );
});

const severities: Readonly<Record<Severity, () => string>> = {
  error: () => l10n.t({ message: 'Error:', comment: 'Read aloud before a problem' }),
  warning: () => l10n.t({ message: 'Warning:', comment: 'Read aloud before a problem' }),
  info: () => l10n.t({ message: 'Hint:', comment: 'Read aloud before a problem' }),
};

/** How many there are of each kind, in words. */
export function ProblemCounts({ problems }: { readonly problems: ProblemsSummary }): VNode {
  const { locale } = useView();
  const { errors, warnings, infos } = problems;
  return (
    <p class="problem-counts">
      {errors > 0 && (
        <span>
          <Sign name="error" tone="error" />
          {errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', formatNumber(locale, errors))}
        </span>
      )}
      {warnings > 0 && (
        <span>
          <Sign name="warning" tone="warning" />
          {warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', formatNumber(locale, warnings))}
        </span>
      )}
      {infos > 0 && (
        <span>
          <Sign name="info" tone="info" />
          {infos === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', formatNumber(locale, infos))}
        </span>
      )}
    </p>
  );
}
