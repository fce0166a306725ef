import type { Status } from '../../core/model/roadmap.js';
import type { Counts } from '../../core/progress/counts.js';
import { rounded } from './linear.js';

/** A stretch of a bar, in per cent of its width. */
export interface Segment {
  readonly status: Exclude<Status, 'cancelled'>;
  readonly count: number;
  readonly start: number;
  readonly share: number;
}

/** In which order the segments of a bar stand. */
export const segmentOrder = ['done', 'doing', 'blocked', 'todo'] as const;

/** The segments of a bar of all tasks that count, in the order in which they are drawn; empty ones are left out. */
export function segmentsOf(counts: Counts): readonly Segment[] {
  const segments: Segment[] = [];
  let before = 0;
  for (const status of segmentOrder) {
    const count = counts[status];
    if (count > 0) {
      segments.push({
        status,
        count,
        start: rounded((before / counts.total) * 100),
        share: rounded((count / counts.total) * 100),
      });
    }
    before += count;
  }
  return segments;
}
