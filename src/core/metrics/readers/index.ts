import type { MetricFormat, Selection } from '../../model/metric.js';
import type { MetricReader } from '../reader.js';
import type { JunitSum } from './junit.js';

export { measurementsOf } from './documentation.js';
export { recognise } from './recognise.js';

/** The reader of a format, loaded with the first text that is of it or of one that is read alike. */
export async function readerOf(format: MetricFormat): Promise<MetricReader> {
  return loaders[format]();
}

/** Adds up JUnit's reports, loaded as readers are. */
export async function junitSumOf(selection: Selection): Promise<JunitSum> {
  return (await import('./xmlReaders.js')).junitSum(selection);
}

const loaders: Readonly<Record<MetricFormat, () => Promise<MetricReader>>> = {
  'istanbul-summary': async () => (await import('./jsonReaders.js')).istanbulSummary,
  istanbul: async () => (await import('./jsonReaders.js')).istanbul,
  lcov: async () => (await import('./textReaders.js')).lcov,
  cobertura: async () => (await import('./xmlReaders.js')).cobertura,
  jacoco: async () => (await import('./xmlReaders.js')).jacoco,
  junit: async () => (await import('./xmlReaders.js')).junit,
  json: async () => (await import('./jsonReaders.js')).json,
  yaml: async () => (await import('./yaml.js')).yaml,
  csv: async () => (await import('./textReaders.js')).csv,
  prometheus: async () => (await import('./textReaders.js')).prometheus,
  benchmark: async () => (await import('./jsonReaders.js')).benchmark,
};
