/** What reads reports in JSON, which share their parser: one part to be loaded. */
export { benchmark } from './benchmark.js';
export { istanbul } from './istanbul.js';
export { istanbulSummary } from './istanbulSummary.js';
export { json } from './json.js';
