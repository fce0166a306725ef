import type { VNode } from 'preact';

/** Signs in the style of VS Code's codicons, whose font a page would have to load. */
const shapes = {
  error:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11m2.3 2.5.7.7L8.7 8l2.3 2.3-.7.7L8 8.7 5.7 11l-.7-.7L7.3 8 5 5.7l.7-.7L8 7.3z',
  warning: 'M8 1.5 15 14H1zm0 2L2.7 13h10.6zM7.5 6.5h1v3.5h-1zm0 4.5h1v1h-1z',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M7.5 7h1v4.5h-1zm0-2.5h1v1.2h-1z',
  loading: 'M8 1.5A6.5 6.5 0 1 1 1.5 8h1A5.5 5.5 0 1 0 8 2.5z',
  clock:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M7.5 4h1v3.8l2.4 2.3-.7.7-2.7-2.6z',
  check: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m3.3 4.2-4.2 4.1-2-2-.8.8 2.8 2.7 5-4.8z',
  near: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.5 8.6c1-1.6 2.3-1.6 3.5-.8 1.2.8 2.2.8 3.1-.6l.8.6c-1.2 1.9-2.7 1.9-4.3.9-1-.7-1.6-.6-2.3.5z',
  dash: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5 7.5h6v1H5z',
  quote:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5 6h2v2.2L6 10H5l.6-1.8H5zm4 0h2v2.2L10 10H9l.6-1.8H9z',
  down: 'm8 10.6-4.3-4.3.7-.7L8 9.2l3.6-3.6.7.7z',
  minus: 'M3 7.5h10v1H3z',
  plus: 'M7.5 3h1v4.5H13v1H8.5V13h-1V8.5H3v-1h4.5z',
  upTwice: 'm8 1.8 4.9 4.9-.7.7L8 3.2 3.8 7.4l-.7-.7zm0 5 4.9 4.9-.7.7L8 8.2l-4.2 4.2-.7-.7z',
  up: 'M7.5 14V3.7L3.8 7.4l-.7-.7L8 1.8l4.9 4.9-.7.7-3.7-3.7V14z',
  commit: 'M7.5 1h1v4.050a3 3 0 0 1 0 5.9V15h-1v-4.050a3 3 0 0 1 0-5.9zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  change:
    'M11.9 1.5 14.5 4.1 5 13.6l-3.5.9.9-3.5zM3.3 11.5l-.4 1.6 1.6-.4 6.5-6.5L9.8 5zm7.2-7.2 1.2 1.2 1.4-1.4-1.2-1.2z',
} as const;

export type SignName = keyof typeof shapes;

/** A sign beside words that say the same. */
export function Sign({ name, tone }: { readonly name: SignName; readonly tone?: string }): VNode {
  return (
    <svg class={`icon sign-${name} ${tone ?? ''}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path fill-rule="evenodd" d={shapes[name]} />
    </svg>
  );
}
