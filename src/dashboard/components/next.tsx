import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { Next as NextData, NextItem } from '../../core/views/dashboard/dashboard.js';
import { Clipped } from './clipped.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { Open } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { useView } from './view.js';

interface Props {
  readonly next: NextData;
  /** 0-based lines of the tasks, by id, for pages without script. */
  readonly lineOf: (id: string) => number | undefined;
  /** Whether a filter may have left none. */
  readonly filtered: boolean;
}

/** What can be worked on, and what waits for something. */
export const Next = memo(function Next({ next, lineOf, filtered }: Props): VNode {
  const { standalone, dispatch } = useView();
  const { items } = next;
  const ready = items.filter((item) => item.ready);
  const waiting = items.filter((item) => !item.ready);
  return (
    <Section name="next" title={l10n.t('Next')} count={String(ready.length)}>
      {items.length === 0 &&
        (filtered ? <NothingMatches /> : <p class="empty">{l10n.t('Nothing is left to be done.')}</p>)}
      <NextList items={ready} lineOf={lineOf} />
      {waiting.length > 0 && (
        <>
          <h3>{l10n.t({ message: 'Waiting', comment: 'Heading of tasks that wait for others' })}</h3>
          <NextList items={waiting} lineOf={lineOf} />
        </>
      )}
      {!standalone && items.length > 0 && (
        <p class="action">
          <button type="button" class="secondary" onClick={() => dispatch({ type: 'command', command: 'showNext' })}>
            {l10n.t({ message: 'What next, and why…', comment: 'A button: shows what can be worked on, with reasons' })}
          </button>
        </p>
      )}
    </Section>
  );
});

function NextList({ items, lineOf }: { readonly items: readonly NextItem[] } & Pick<Props, 'lineOf'>): VNode {
  return (
    <Paged items={items} size={8}>
      {(shown) => <NextItems items={shown} lineOf={lineOf} />}
    </Paged>
  );
}

/** The tasks in their order, each with why it stands there. */
export function NextItems({ items, lineOf }: { readonly items: readonly NextItem[] } & Pick<Props, 'lineOf'>): VNode {
  return (
    <ol class="rows next">
      {items.map((item) => (
        <li key={item.id}>
          <span class="row-title">
            <Open target={{ kind: 'task', id: item.id }} line={lineOf(item.id)}>
              <Clipped text={item.title} />
            </Open>
          </span>
          <span class="because">
            <Clipped text={item.because} />
          </span>
        </li>
      ))}
    </ol>
  );
}
