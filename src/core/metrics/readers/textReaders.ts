/** What reads reports line by line: one part to be loaded. */
export { csv } from './csv.js';
export { lcov } from './lcov.js';
export { prometheus } from './prometheus.js';
