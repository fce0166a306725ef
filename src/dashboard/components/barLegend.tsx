import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { statusTitle } from '../../core/views/words.js';
import { segmentOrder } from '../charts/segments.js';

/** What the patterns of the bars stand for. */
export function BarLegend(): VNode {
  return (
    <ul class="legend of-bars" aria-label={l10n.t('What the bars show')}>
      {segmentOrder.map((status) => (
        <li key={status}>
          <svg width="16" height="10" aria-hidden="true">
            <rect class={`segment ${status}`} width="16" height="10" fill={`url(#pattern-${status})`} />
          </svg>
          {statusTitle(status)}
        </li>
      ))}
    </ul>
  );
}
