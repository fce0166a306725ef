import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { Counts } from '../../core/progress/counts.js';
import { formatNumber } from '../format.js';
import { segmentsOf, type Segment } from '../charts/segments.js';
import { useView } from './view.js';

/** How many tasks stand where, as one bar of segments that differ in colour and pattern. */
export function ProgressBar({ counts }: { readonly counts: Counts }): VNode {
  const { locale } = useView();
  const label = segmentsOf(counts)
    .map(({ status, count }) => counted[status](formatNumber(locale, count)))
    .join(', ');
  return (
    <svg class="bar" width="100%" height="10" role="img" aria-label={label || l10n.t('No tasks')}>
      {label && <title>{label}</title>}
      <rect class="track" x="0.5" y="0.5" width="100%" height="9" />
      {segmentsOf(counts).map(({ status, start, share }) => (
        <rect
          key={status}
          class={`segment ${status}`}
          x={`${start}%`}
          width={`${share}%`}
          height="10"
          fill={`url(#pattern-${status})`}
        />
      ))}
    </svg>
  );
}

/** `3 in progress` */
const counted: Readonly<Record<Segment['status'], (count: string) => string>> = {
  todo: (count) => l10n.t({ message: '{0} to do', args: [count], comment: 'How many tasks' }),
  doing: (count) => l10n.t({ message: '{0} in progress', args: [count], comment: 'How many tasks' }),
  blocked: (count) => l10n.t({ message: '{0} blocked', args: [count], comment: 'How many tasks' }),
  done: (count) => l10n.t({ message: '{0} done', args: [count], comment: 'How many tasks' }),
};

/** The patterns of the segments, once in a page. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="pattern-done" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="ink done" width="6" height="6" />
        </pattern>
        <pattern id="pattern-doing" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground doing" width="6" height="6" />
          <rect class="ink doing" width="4" height="6" />
        </pattern>
        <pattern id="pattern-blocked" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="ground blocked" width="5" height="5" />
          <path class="line blocked" d="M0 0 5 5M5 0 0 5" />
        </pattern>
        <pattern id="pattern-todo" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="ink todo" width="6" height="6" />
        </pattern>
        <pattern id="pattern-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect class="ground late" width="6" height="6" />
          <rect class="ink late" width="2" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}
