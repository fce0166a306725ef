import type { ComponentChildren, VNode } from 'preact';
import type { Target } from '../../core/views/dashboard/dashboard.js';
import { clip } from './clipped.js';
import { useRoadmapPath, useView } from './view.js';

interface Props {
  readonly target: Target;
  /** 0-based, in the roadmap; shown where nothing can be opened. Of a line its own is. */
  readonly line?: number | undefined;
  readonly children: ComponentChildren;
}

/** Leads to where an item stands: a button, or in a page without script the item with its place as text. */
export function Open({ target, line, children }: Props): VNode {
  const { standalone, dispatch } = useView();
  const path = useRoadmapPath();
  if (!standalone) {
    return (
      <button type="button" class="link" onClick={() => dispatch({ type: 'open', target })}>
        {children}
      </button>
    );
  }
  const place = placeOf(target, path, line);
  return (
    <>
      {children}
      {place && <span class="place"> {clip(place)}</span>}
    </>
  );
}

/** An item of the roadmap that is known by its line alone. */
export function OpenLine({ line, children }: { readonly line: number; readonly children: ComponentChildren }): VNode {
  const path = useRoadmapPath();
  return <Open target={{ kind: 'line', path, line }}>{children}</Open>;
}

function placeOf(target: Target, path: string, line: number | undefined): string | undefined {
  if (target.kind === 'line') return `${target.path}:${target.line + 1}`;
  return line === undefined ? undefined : `${path}:${line + 1}`;
}
