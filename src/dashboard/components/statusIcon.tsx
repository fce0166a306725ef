import type { VNode } from 'preact';
import { statusTitle } from '../../core/views/words.js';
import type { Status } from '../../core/model/roadmap.js';

const shapes: Readonly<Record<Status, string>> = {
  todo: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11',
  doing: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11z',
  blocked:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M4.5 3.8a5.5 5.5 0 0 0 7.7 7.7zM8 2.5c-1 0-2 .3-2.8.7l7.6 7.6A5.5 5.5 0 0 0 8 2.5',
  done: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m3.3 4.2-4.2 4.1-2-2-.8.8 2.8 2.7 5-4.8z',
  cancelled:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11m2.3 2.5.7.7L8.7 8l2.3 2.3-.7.7L8 8.7 5.7 11l-.7-.7L7.3 8 5 5.7l.7-.7L8 7.3z',
};

/** How a task stands, by shape and colour; said in words unless these stand beside it. */
export function StatusIcon({ status, silent }: { readonly status: Status; readonly silent?: boolean }): VNode {
  const said = silent
    ? ({ 'aria-hidden': 'true' } as const)
    : ({ role: 'img', 'aria-label': statusTitle(status) } as const);
  return (
    <svg class={`icon ${status}`} width="16" height="16" viewBox="0 0 16 16" {...said}>
      <path fill-rule="evenodd" d={shapes[status]} />
    </svg>
  );
}
