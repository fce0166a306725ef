import * as l10n from '@vscode/l10n';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../format.js';
import { useView } from './view.js';

interface Props<T> {
  readonly items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  readonly size: number;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** A long list, a page at a time. A page without script holds all of it. */
export function Paged<T>({ items, size, children }: Props<T>): VNode {
  const { standalone } = useView();
  const [limit, setLimit] = useState(size);
  const shown = standalone || items.length <= limit ? items : items.slice(0, limit);
  return (
    <>
      {children(shown)}
      {shown.length < items.length && (
        <ShowMore left={items.length - shown.length} size={size} onClick={() => setLimit(limit + size)} />
      )}
    </>
  );
}

export function ShowMore({
  left,
  size,
  onClick,
}: {
  readonly left: number;
  readonly size: number;
  readonly onClick: () => void;
}): VNode {
  const { locale } = useView();
  const more = formatNumber(locale, Math.min(left, size));
  return (
    <button type="button" class="secondary more" onClick={onClick}>
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
