import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readerOf } from '../../src/core/metrics/readers/index.js';
import type { MetricFormat } from '../../src/core/model/metric.js';
import { paths } from '../../src/hosts/node/paths.js';
import { NodeStreams } from '../../src/hosts/node/streams.js';
import { Cancellation } from '../../src/workspace/cancellation.js';
import { compare, type Comparison } from './measure.js';

type Result = Comparison & Readonly<Record<string, unknown>>;

const yardstick = 'reading the same file, decoded as UTF-8';

/**
 * Reads large reports as the product does: from disk, piece by piece. `heapMb` is by how much the heap has grown at most while
 * one was read.
 */
export async function measureReports(megabytes: number): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-bench-'));
  try {
    const results: Result[] = [];
    for (const [format, file, part] of [
      ['lcov', 'lcov.info', lcovPart],
      ['cobertura', 'cobertura.xml', coberturaPart],
    ] as const) {
      await write(join(folder, file), megabytes * 1024 * 1024, part);
      const { size } = await stat(join(folder, file));
      let heap = 0;
      const work = async () => {
        heap = Math.max(heap, await read(folder, file, format));
      };
      const bare = async () => {
        let length = 0;
        const stream = createReadStream(join(folder, file), { encoding: 'utf8', highWaterMark: 256 * 1024 });
        for await (const piece of stream) length += (piece as string).length;
        return length;
      };
      const comparison = await compare(`read ${file} of ${megabytes} MB`, work, bare, 3);
      results.push({ ...comparison, yardstick, bytes: size, heapMb: Math.round(heap / 1024 / 1024) });
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves to the most bytes by which the heap grew. */
async function read(folder: string, file: string, format: MetricFormat): Promise<number> {
  const session = (await readerOf(format)).start({ value: 'lines' });
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let pieces = 0;
  const { problems } = await new NodeStreams().read(
    { uri: paths.uriOf(folder), name: 'bench' },
    file,
    (piece) => {
      session.write(piece);
      if (++pieces % 16 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
      return true;
    },
    new Cancellation(),
  );
  const { value } = session.end();
  if (problems.length > 0 || value[0]?.name !== 'lines') throw new Error(`${file} was not read`);
  return most;
}

/** The beginning, the `n`th part and the end of a report. */
interface Parts {
  readonly head: string;
  readonly of: (n: number) => string;
  readonly tail: string;
}

const lcovPart: Parts = {
  head: 'TN:\n',
  of: (n) => {
    const lines = Array.from({ length: 200 }, (_, line) => `DA:${line + 1},${(n + line) % 5}`).join('\n');
    const hit = Array.from({ length: 200 }, (_, line) => line).filter((line) => (n + line) % 5 > 0).length;
    return `SF:src/module${n}.ts\nFNF:0\nFNH:0\n${lines}\nLF:200\nLH:${hit}\nBRF:0\nBRH:0\nend_of_record\n`;
  },
  tail: '',
};

const coberturaPart: Parts = {
  head: '<?xml version="1.0"?>\n<coverage version="1" timestamp="1760000000"><packages><package name="a"><classes>\n',
  of: (n) => {
    const lines = Array.from({ length: 200 }, (_, line) => `<line number="${line + 1}" hits="${(n + line) % 5}"/>`);
    return `<class name="C${n}" filename="src/c${n}.py"><methods/><lines>${lines.join('')}</lines></class>\n`;
  },
  tail: '</classes></package></packages></coverage>\n',
};

async function write(file: string, bytes: number, { head, of, tail }: Parts): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(head);
  for (let n = 0, written = 0; written < bytes; n++) {
    const part = of(n);
    written += part.length;
    if (!stream.write(part)) await once(stream, 'drain');
  }
  stream.end(tail);
  await once(stream, 'finish');
}
