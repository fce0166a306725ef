// What writes into `.roadmap/config.yaml`, and the fixes of problems: loaded as one with the first of these, since the package may
// have few files, and most of it is what reads YAML.
export { applyFixes, fixAll, ignoreProblem } from './fixes.js';
export { measureMetric, runMetricCommand } from './metricActions.js';
