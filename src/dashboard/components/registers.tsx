import * as l10n from '@vscode/l10n';
import type { ComponentChildren, VNode } from 'preact';
import type { OutcomeItem, RiskItem, TextEntry, ThemeItem } from '../../core/views/dashboard/dashboard.js';
import { Clipped } from './clipped.js';
import { memo } from './memo.js';
import { inParts } from './inParts.js';
import { NothingMatches } from './nothingMatches.js';
import { OpenLine } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { withKeys } from './withKeys.js';

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
              {withKeys(theme.items, ({ text }) => text).map(([key, item]) => (
                <li key={key}>{entry(item)}</li>
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

/** What an item is called: its key in its list. */
const nameOf = (item: Named): string => ('title' in item ? item.title : item.text);

type Named = RiskItem | TextEntry | ThemeItem | OutcomeItem;

interface Props<T> {
  readonly name: string;
  readonly title: string;
  readonly items: readonly T[];
  /** What it stands below. */
  readonly partOf: (item: T) => string | undefined;
  readonly children: (item: T) => ComponentChildren;
}

function Register<T extends Named>({ name, title, items, partOf, children }: Props<T>): VNode {
  return (
    <Section name={name} title={title} count={items.length}>
      {items.length === 0 && <NothingMatches />}
      <Paged items={items} size={30}>
        {(shown) =>
          withKeys(inParts(shown, partOf), ({ part }) => part ?? '').map(([key, { part, members }]) => (
            <div key={key} class="part">
              {part !== undefined && (
                <h3>
                  <Clipped text={part} />
                </h3>
              )}
              <ul class="rows">
                {withKeys(members, nameOf).map(([name, item]) => (
                  <li key={name}>{children(item)}</li>
                ))}
              </ul>
            </div>
          ))
        }
      </Paged>
    </Section>
  );
}
