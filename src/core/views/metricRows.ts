import * as l10n from '@vscode/l10n';
import type { Metric } from '../model/roadmap.js';
import { formatTarget } from '../values/quantity.js';
import { heading, type Row } from './registerRow.js';
import type { TooltipLine, TreeIcon } from './treeNode.js';

/** What is known of the metrics of one roadmap; `measuredMetrics` makes it, which is loaded with what measures. */
export interface ShownMetrics {
  readonly of: (metric: Metric) => ShownMetric | undefined;
  /** `3 measured`, `1 missed`: of all of them, as far as there are any. */
  readonly summary: readonly string[];
  /** Rows of sources that metrics without one may have. */
  readonly suggestions: readonly Row[];
}

/** What is known of one metric. */
export interface ShownMetric {
  readonly icon: TreeIcon;
  /** Its reading, in the target's unit, where there is one; what is thought of it stands behind the target. */
  readonly reading?: string;
  readonly state?: string;
  /** Where the reading is from, and how old it is. */
  readonly origin: readonly string[];
  readonly kind: 'unmeasured' | 'measured' | 'command';
  readonly tooltip: readonly TooltipLine[];
}

/** The rows of the metrics, in their groups, with what the register says of them as a whole. */
export function metricRows(
  metrics: readonly Metric[],
  shown: ShownMetrics | undefined,
): { readonly description: string; readonly rows: readonly Row[] } {
  const groups = new Map<string | undefined, Metric[]>();
  for (const metric of metrics) groups.set(metric.group, [...(groups.get(metric.group) ?? []), metric]);
  const row = (metric: Metric) => metricRow(metric, shown?.of(metric));
  const rows = [...groups].flatMap(([group, members]) =>
    // A single group says no more than the register itself.
    group === undefined || groups.size === 1 ? members.map(row) : [heading(group, l10n.t('Metrics'), members.map(row))],
  );
  const claimed = metrics.filter((metric) => metric.claimed === 'met').length;
  const said = l10n.t({ message: '{0} claimed met', args: [claimed], comment: 'How many success metrics' });
  return {
    description: [metrics.length, said, ...(shown?.summary ?? [])].join(' · '),
    rows: [...rows, ...(shown?.suggestions ?? [])],
  };
}

function metricRow({ text, span, group, target, claimed }: Metric, shown: ShownMetric | undefined): Row {
  const claim = claimed && claims[claimed]();
  const description = [shown?.reading, target && formatTarget(target), shown?.state ?? claim, ...(shown?.origin ?? [])];
  return {
    label: target ? sentence(target.name) : text,
    description: description.filter((part) => part !== undefined).join(' · '),
    span,
    icon: shown?.icon ?? 'metric',
    what: l10n.t('Metric'),
    metric: shown?.kind ?? 'unmeasured',
    tooltip: [
      { text },
      ...(group ? [{ label: l10n.t('Group'), text: group }] : []),
      { label: l10n.t('Target'), text: target ? formatTarget(target) : l10n.t('a qualitative goal') },
      {
        label: l10n.t('Claimed'),
        text: claim ?? l10n.t({ message: 'nothing', comment: 'What a roadmap claims of a metric' }),
      },
      ...(shown?.tooltip ?? []),
    ],
  };
}

/** What the roadmap claims of a metric. Made when asked for: the language is set after this module is loaded. */
const claims: Readonly<Record<NonNullable<Metric['claimed']>, () => string>> = {
  met: () => l10n.t({ message: 'claimed met', comment: 'Of a success metric' }),
  missed: () => l10n.t({ message: 'claimed missed', comment: 'Of a success metric' }),
  open: () => l10n.t({ message: 'claimed open', comment: 'Of a success metric' }),
};

/** A name as it begins a row. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
