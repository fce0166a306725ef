import type { Problem, Severity } from '../model/problem.js';
import type { Span } from '../model/span.js';

/** Something is wrong with a metric's source or reading; `span` is where it stands in the configuration. */
export function metricProblem(severity: Severity, message: string, span?: Span): Problem {
  return { code: 'metric-source', severity, message, ...(span ? { span } : {}) };
}
