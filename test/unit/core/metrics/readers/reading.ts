import { readFileSync } from 'node:fs';
import type { Measurement, MetricFormat, Selection } from '../../../../../src/core/model/metric.js';
import type { Parsed } from '../../../../../src/core/model/problem.js';
import { readerOf } from '../../../../../src/core/metrics/readers/index.js';

/** A report below test/fixtures/metrics. */
export function fixture(path: string): string {
  return readFileSync(`test/fixtures/metrics/${path}`, 'utf8');
}

/** What a format's reader makes of a text that comes in these pieces. */
export async function readPieces(
  format: MetricFormat,
  pieces: Iterable<string>,
  selection: Selection = {},
): Promise<Parsed<readonly Measurement[]>> {
  const session = (await readerOf(format)).start(selection);
  for (const piece of pieces) session.write(piece);
  return session.end();
}

export function read(format: MetricFormat, text: string, selection: Selection = {}) {
  return readPieces(format, [text], selection);
}

/** The values of a text by their names; fails where anything was wrong with it. */
export async function values(format: MetricFormat, text: string, selection: Selection = {}) {
  const { value, problems } = await read(format, text, selection);
  const wrong = problems.filter(({ severity }) => severity !== 'info');
  if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
  return Object.fromEntries(value.map((measurement) => [measurement.name, measurement.value]));
}

/** The only measurement of a text. */
export async function measure(format: MetricFormat, text: string, selection: Selection = {}): Promise<Measurement> {
  const { value, problems } = await read(format, text, selection);
  if (value.length !== 1) throw new Error(`${value.length} measurements: ${problems[0]?.message ?? ''}`);
  return value[0]!;
}

/** Why a text gives no measurement: the message of its only problem. */
export async function refusal(format: MetricFormat, text: string, selection: Selection = {}): Promise<string> {
  const { value, problems } = await read(format, text, selection);
  if (value.length > 0 || problems.length !== 1) {
    throw new Error(`${value.length} measurements, ${problems.length} problems: ${JSON.stringify([value, problems])}`);
  }
  return problems[0]!.message;
}
