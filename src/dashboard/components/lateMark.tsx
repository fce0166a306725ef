import type { VNode } from 'preact';
import type { Late } from '../../core/views/dashboard/dashboard.js';
import { clip } from './clipped.js';
import { Explained } from './explained.js';
import { Sign } from './sign.js';

interface Props {
  readonly late: Late | undefined;
  /** Without a control of its own, where the Tab key is to pass it by: why it is late is said beside it. */
  readonly plain?: boolean;
}

/** That something is late, or will soon be due, and by which day it should have been done: a sign and words. */
export function LateMark({ late, plain }: Props): VNode | null {
  if (!late) return null;
  const said = (
    <>
      {late.state === 'late' && <Sign name="clock" tone="error" />}
      <span class="late-text">{clip(late.text)}</span>
    </>
  );
  return (
    <span class={`late-mark ${late.state}`} title={plain ? clip(late.explain) : undefined}>
      {plain ? said : <Explained explain={late.explain}>{said}</Explained>}
    </span>
  );
}
