import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { dayOfTime } from '../../core/values/day.js';
import type { MetricCard } from '../../core/views/dashboard/dashboard.js';
import { spark, sparkGeometry } from '../charts/sparkGeometry.js';
import { formatDay, formatNumber } from '../format.js';
import { useView } from './view.js';

/** The readings of a metric over time, with its goal as a dashed line. */
export function Sparkline({ metric }: { readonly metric: MetricCard }): VNode | null {
  const { locale } = useView();
  const geometry = useMemo(() => sparkGeometry(metric), [metric]);
  const [first, last] = [metric.trend[0], metric.trend.at(-1)];
  if (!geometry || !first || !last) return null;
  const label = l10n.t({
    message: 'Trend: {0} on {1}, {2} on {3}',
    args: [
      formatNumber(locale, first.value),
      formatDay(locale, dayOfTime(first.time)),
      formatNumber(locale, last.value),
      formatDay(locale, dayOfTime(last.time)),
    ],
    comment: 'Values of a metric: {0} and {2} are numbers, {1} and {3} dates',
  });
  return (
    <svg class="spark" width="96" height={spark.height} role="img" aria-label={label}>
      <title>{label}</title>
      {geometry.goal !== undefined && (
        <line class="goal-line" x1="0" x2="100%" y1={`${geometry.goal}%`} y2={`${geometry.goal}%`} />
      )}
      <svg viewBox={`0 0 ${spark.width} ${spark.height}`} preserveAspectRatio="none">
        <path class="trend" d={geometry.path} vector-effect="non-scaling-stroke" />
      </svg>
      <circle class="last" cx={`${geometry.last.x}%`} cy={`${geometry.last.y}%`} r="2.5" />
    </svg>
  );
}
