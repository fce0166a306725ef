import * as l10n from '@vscode/l10n';
import type { ComponentChildren, VNode } from 'preact';
import { formatNumber } from '../format.js';
import { useLimits } from './useLimits.js';
import { useNewRowsFocus } from './useNewRowsFocus.js';
import { useView } from './view.js';

interface Props<T> {
  readonly items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  readonly size: number;
  /** Which list of its section it is, where that has several: what is kept of it is known by that. */
  readonly part?: string;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** A long list, a page at a time; how much of it is shown is kept. A page without script holds all of it. */
export function Paged<T>({ items, size, part = '', children }: Props<T>): VNode {
  const { standalone } = useView();
  const { limitOf, raise } = useLimits(size);
  const pressed = useNewRowsFocus();
  const limit = limitOf(part);
  const shown = standalone || items.length <= limit ? items : items.slice(0, limit);
  return (
    <>
      {children(shown)}
      {shown.length < items.length && (
        <ShowMore
          left={items.length - shown.length}
          size={size}
          onClick={(button) => {
            pressed(button);
            raise(part);
          }}
        />
      )}
    </>
  );
}

interface MoreProps {
  readonly left: number;
  readonly size: number;
  readonly onClick: (button: HTMLElement) => void;
}

/** The button below a list of which not all is shown. */
export function ShowMore({ left, size, onClick }: MoreProps): VNode {
  const { locale } = useView();
  const more = formatNumber(locale, Math.min(left, size));
  return (
    <button type="button" class="secondary more" onClick={(event) => onClick(event.currentTarget)}>
      {left <= size
        ? l10n.t({ message: 'Show {0} more', args: [more], comment: 'A button below a list' })
        : l10n.t({
            message: 'Show {0} of {1} more',
            args: [more, formatNumber(locale, left)],
            comment: 'A button below a list; {1} is how many are not shown yet',
          })}
    </button>
  );
}
