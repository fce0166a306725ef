import type { VNode } from 'preact';

/** Signs in the style of VS Code's codicons, whose font a page would have to load. */
const shapes = {
  error:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11m2.3 2.5.7.7L8.7 8l2.3 2.3-.7.7L8 8.7 5.7 11l-.7-.7L7.3 8 5 5.7l.7-.7L8 7.3z',
  warning: 'M8 1.5 15 14H1zm0 2L2.7 13h10.6zM7.5 6.5h1v3.5h-1zm0 4.5h1v1h-1z',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M7.5 7h1v4.5h-1zm0-2.5h1v1.2h-1z',
  loading: 'M8 1.5A6.5 6.5 0 0 1 14.5 8h-1A5.5 5.5 0 0 0 8 2.5z',
  clock:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M7.5 4h1v3.8l2.4 2.3-.7.7-2.7-2.6z',
  check: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m3.3 4.2-4.2 4.1-2-2-.8.8 2.8 2.7 5-4.8z',
  near: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.5 8.6c1-1.6 2.3-1.6 3.5-.8 1.200.8 2.200.8 3.100-.6l.8.6c-1.200 1.900-2.700 1.900-4.300.9-1-.7-1.600-.600-2.300.5z',
  dash: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5 7.500h6v1H5z',
  quote:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 1a5.5 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11M5 6h2v2.200L6 10H5l.6-1.800H5zm4 0h2v2.200L10 10H9l.6-1.800H9z',
  up: 'M7.500 14V3.700L3.800 7.400l-.7-.7L8 1.800l4.900 4.900-.7.7-3.700-3.700V14z',
  commit: 'M7.500 1h1v4.050a3 3 0 0 1 0 5.900V15h-1v-4.050a3 3 0 0 1 0-5.900zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  change:
    'M11.900 1.500 14.500 4.100 5 13.600l-3.500.9.900-3.500zM3.300 11.500l-.4 1.600 1.600-.4 6.500-6.500L9.800 5zm7.200-7.200 1.200 1.200 1.400-1.400-1.200-1.200z',
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
