/** What reads reports in XML, which share their parser: one part to be loaded. */
export { cobertura } from './cobertura.js';
export { jacoco } from './jacoco.js';
export { junit, junitSum } from './junit.js';
