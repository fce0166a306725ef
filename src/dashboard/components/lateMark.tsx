import type { VNode } from 'preact';
import type { Late } from '../../core/views/dashboard/dashboard.js';
import { clip } from './clipped.js';
import { Sign } from './sign.js';

/** That something is late, or will soon be due: a sign and words. */
export function LateMark({ late }: { readonly late: Late | undefined }): VNode | null {
  if (!late) return null;
  return (
    <span class={`late-mark ${late.state}`}>
      {late.state === 'late' && <Sign name="clock" tone="error" />}
      <span class="late-text">{clip(late.text)}</span>
    </span>
  );
}
