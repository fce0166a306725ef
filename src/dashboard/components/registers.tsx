import * as l10n from '@vscode/l10n';
import type { ComponentChildren, VNode } from 'preact';
import type { OutcomeItem, RiskItem, TextEntry, ThemeItem } from '../../core/views/dashboard/dashboard.js';
import { formatNumber } from '../format.js';
import { Clipped } from './clipped.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { OpenLine } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { useView } from './view.js';

// What stands beside the plan: each list in a section of its own, in parts where its items have a category.

export const Risks = memo(function Risks({ risks }: { readonly risks: readonly RiskItem[] }): VNode {
  return (
    <Register name="risks" title={l10n.t('Risks')} items={risks} partOf={(risk) => risk.category}>
      {(risk) => (
        <>
          <OpenLine line={risk.line}>
            <Clipped text={risk.title} />
          </OpenLine>
          <span class="note">
            {risk.mitigation === undefined ? (
              l10n.t('no mitigation')
            ) : (
              <>
                {l10n.t({ message: 'Mitigation:', comment: 'Before what is done against a risk' })}{' '}
                <Clipped text={risk.mitigation} />
              </>
            )}
          </span>
        </>
      )}
    </Register>
  );
});

export const Dependencies = memo(function Dependencies(props: { readonly dependencies: readonly TextEntry[] }): VNode {
  return (
    <Register
      name="dependencies"
      title={l10n.t('Dependencies')}
      items={props.dependencies}
      partOf={({ category }) => category}
    >
      {entry}
    </Register>
  );
});

export const NextSteps = memo(function NextSteps({ nextSteps }: { readonly nextSteps: readonly TextEntry[] }): VNode {
  return (
    <Register name="nextSteps" title={l10n.t('Next steps')} items={nextSteps} partOf={({ category }) => category}>
      {entry}
    </Register>
  );
});

export const Themes = memo(function Themes({ themes }: { readonly themes: readonly ThemeItem[] }): VNode {
  return (
    <Register name="themes" title={l10n.t('Themes')} items={themes} partOf={() => undefined}>
      {(theme) => (
        <>
          <OpenLine line={theme.line}>
            <Clipped text={theme.title} />
          </OpenLine>
          {theme.items.length > 0 && (
            <ul class="bullets">
              {theme.items.map((item, index) => (
                <li key={index}>{entry(item)}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </Register>
  );
});

export const Outcomes = memo(function Outcomes({ outcomes }: { readonly outcomes: readonly OutcomeItem[] }): VNode {
  return (
    <Register name="outcomes" title={l10n.t('Outcomes')} items={outcomes} partOf={({ group }) => group}>
      {entry}
    </Register>
  );
});

const entry = ({ text, line }: TextEntry | OutcomeItem): VNode => (
  <OpenLine line={line}>
    <Clipped text={text} />
  </OpenLine>
);

interface Props<T> {
  readonly name: string;
  readonly title: string;
  readonly items: readonly T[];
  /** What it stands below. */
  readonly partOf: (item: T) => string | undefined;
  readonly children: (item: T) => ComponentChildren;
}

function Register<T>({ name, title, items, partOf, children }: Props<T>): VNode {
  const { locale } = useView();
  return (
    <Section name={name} title={title} count={formatNumber(locale, items.length)}>
      {items.length === 0 && <NothingMatches />}
      <Paged items={items} size={30}>
        {(shown) =>
          inParts(shown, partOf).map(({ part, members }, index) => (
            <div key={index} class="part">
              {part !== undefined && (
                <h3>
                  <Clipped text={part} />
                </h3>
              )}
              <ul class="rows">
                {members.map((item, at) => (
                  <li key={at}>{children(item)}</li>
                ))}
              </ul>
            </div>
          ))
        }
      </Paged>
    </Section>
  );
}

/** Items that follow each other in the same part, together. */
function inParts<T>(
  items: readonly T[],
  partOf: (item: T) => string | undefined,
): readonly { readonly part: string | undefined; readonly members: readonly T[] }[] {
  const parts: { part: string | undefined; members: T[] }[] = [];
  for (const item of items) {
    const part = partOf(item);
    const last = parts.at(-1);
    if (last && last.part === part) last.members.push(item);
    else parts.push({ part, members: [item] });
  }
  return parts;
}
