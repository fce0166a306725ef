import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { Next as NextData, NextItem } from '../../core/views/dashboard/dashboard.js';
import { mostNext } from '../../core/views/dashboard/limits.js';
import { formatNumber } from '../format.js';
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
  const { locale, standalone, dispatch } = useView();
  const { items } = next;
  const ready = items.filter((item) => item.ready);
  const waiting = items.filter((item) => !item.ready);
  const isCut = filtered && Math.max(next.ready, next.waiting) > mostNext;
  const count = (list: readonly NextItem[], total: number): number => (filtered ? list.length : total);
  return (
    <Section name="next" title={l10n.t('Next')} count={count(ready, next.ready)} wide={standalone}>
      {items.length === 0 &&
        !isCut &&
        (filtered ? <NothingMatches /> : <p class="empty">{l10n.t('Nothing is left to be done.')}</p>)}
      <NextList items={ready} total={next.ready} filtered={filtered} lineOf={lineOf} />
      {(waiting.length > 0 || next.waiting > mostNext) && (
        <>
          <h3>
            {l10n.t({ message: 'Waiting', comment: 'Heading of tasks that wait for others' })}
            <span class="count"> {formatNumber(locale, count(waiting, next.waiting))}</span>
          </h3>
          <NextList items={waiting} total={next.waiting} filtered={filtered} lineOf={lineOf} part="waiting" />
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

/** So many of each list a page without script holds: what comes later is on its board. */
const mostInPage = 20;

interface ListProps extends Pick<Props, 'lineOf' | 'filtered'> {
  readonly items: readonly NextItem[];
  /** How many there are, listed or not, before they were filtered. */
  readonly total: number;
  readonly part?: string;
}

function NextList({ items, total, filtered, lineOf, part = '' }: ListProps): VNode {
  const { locale, standalone } = useView();
  const listed = standalone ? items.slice(0, mostInPage) : items;
  const left = (filtered ? items.length : total) - listed.length;
  return (
    <>
      {listed.length > 0 && (
        <Paged items={listed} size={8} part={part}>
          {(shown) => <NextItems items={shown} lineOf={lineOf} />}
        </Paged>
      )}
      {standalone && left > 0 && <p class="detail">{sayMore(left, locale)}</p>}
      {!standalone && total > mostNext && <p class="detail">{sayCut(items.length, total, filtered, locale)}</p>}
    </>
  );
}

function sayMore(left: number, locale: string): string {
  return left === 1 ? l10n.t('1 more task') : l10n.t('{0} more tasks', formatNumber(locale, left));
}

/** Of a list that does not hold all of them: what it is of, so that nothing is taken for all that there is. */
function sayCut(found: number, total: number, filtered: boolean, locale: string): string {
  const [most, all] = [mostNext, total].map((count) => formatNumber(locale, count));
  if (!filtered) return l10n.t('These are the first {0} of {1} tasks.', most!, all!);
  return found === 0
    ? l10n.t('None of the first {0} of {1} tasks matches the filter.', most!, all!)
    : l10n.t('These are of the first {0} of {1} tasks.', most!, all!);
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
