import * as l10n from '@vscode/l10n';
import type { MetricResult } from '../metrics/metricResults.js';
import { isSilenced, type MetricSubject, type Rule } from './rule.js';

/** What is longer tells of something rather than naming a target. */
const longest = 120;

/** Metrics with a target are claimed to be met, but nothing measures them. One for each list of metrics. */
export const metricUnmeasured: Rule<MetricSubject> = {
  code: 'metric-unmeasured',
  severity: 'info',
  run({ file, results }) {
    const groups = new Map<string, MetricResult[]>();
    for (const result of results) {
      const { metric, source } = result;
      if (metric.claimed !== 'met' || !metric.target || source || metric.text.length > longest) continue;
      if (isSilenced(file, metric.span, metricUnmeasured.code)) continue;
      const list = groups.get(metric.group ?? '');
      if (list) list.push(result);
      else groups.set(metric.group ?? '', [result]);
    }
    return [...groups].map(([group, [first, ...others]]) => {
      const where = '.roadmap/config.yaml';
      const message =
        others.length === 0
          ? l10n.t(
              '"{0}" is claimed to be met, but nothing measures it: name a source in {1} under metrics.',
              first!.name,
              where,
            )
          : group === ''
            ? l10n.t(
                '{0} metrics are claimed to be met, but nothing measures them, such as "{1}": name sources in {2} under metrics.',
                others.length + 1,
                first!.name,
                where,
              )
            : l10n.t(
                '{0} metrics of "{1}" are claimed to be met, but nothing measures them, such as "{2}": name sources in {3} under metrics.',
                others.length + 1,
                group,
                first!.name,
                where,
              );
      return {
        message,
        range: file.lines.rangeOf(first!.metric.span),
        ...(others.length > 0
          ? {
              related: others.map(({ metric, name }) => ({
                uri: file.uri,
                range: file.lines.rangeOf(metric.span),
                message: name,
              })),
            }
          : {}),
      };
    });
  },
};
