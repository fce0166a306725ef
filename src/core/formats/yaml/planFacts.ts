import * as l10n from '@vscode/l10n';
import type { PlanFacts, PlannedDate, Priority, Sourced } from '../../model/roadmap.js';
import { parseEffort } from '../../values/effort.js';
import { takeValue, type FactDraft } from '../planFacts.js';
import type { Fields, Reading } from './reading.js';

/** What the keys of a task or group say of it beside its title, status and tasks. */
export function readFacts(reading: Reading, fields: Fields): PlanFacts {
  const draft: FactDraft = {};
  const priority = fields.text('priority') as Sourced<Priority> | undefined;
  if (priority) draft.priority = priority;
  const effort = fields.text('effort');
  const days = effort && parseEffort(effort.value);
  if (effort && days) {
    draft.effort = { text: effort.value, minDays: days.minDays, maxDays: days.maxDays, span: effort.span };
  } else if (effort) {
    const message = l10n.t(
      '"{0}" is no amount of work that is known here: write it like 2-3 days, 4 h or 1 month.',
      effort.value,
    );
    reading.report('unclear-value', 'warning', message, effort.span);
  }
  const owner = fields.text('owner');
  if (owner) takeValue(draft, 'owner', { text: owner.value, spanOf: spanIn(reading, owner) });
  for (const key of ['start', 'due'] as const) {
    const stated = fields.text(key);
    if (!stated) continue;
    takeValue(draft, key, { text: stated.value, spanOf: spanIn(reading, stated) });
    if (!isDated(draft[key])) warnOfDate(reading, stated);
  }
  for (const key of ['labels', 'dependsOn'] as const) {
    const items = fields.texts(key).map(({ text, span }) => ({ value: text, span }));
    if (items.length > 0) draft[key] = items;
  }
  for (const { text, span } of fields.texts('references')) {
    const before = draft.references?.length ?? 0;
    takeValue(draft, 'references', { text, spanOf: spanIn(reading, { value: text, span }) });
    if ((draft.references?.length ?? 0) > before) continue;
    const message = l10n.t(
      '"{0}" is no issue that is known here: write it like "#12", owner/repo#12 or SHOP-12, or give its address.',
      text,
    );
    reading.report('unclear-value', 'warning', message, span);
  }
  return draft;
}

/** Where a part of a text stands; quotes and line breaks may make it longer in the source than it is. */
export function spanIn({ source }: Reading, { value, span }: Sourced<string>) {
  const exact = source.text.slice(span.start, span.end) === value;
  return (start: number, end: number) => (exact ? { start: span.start + start, end: span.start + end } : span);
}

function isDated(date: PlannedDate | undefined): boolean {
  return date !== undefined && (date.year ?? date.month ?? date.day) !== undefined;
}

function warnOfDate(reading: Reading, { value, span }: Sourced<string>): void {
  const message = l10n.t(
    '"{0}" is no date that is known here: write it like 2026-04-16, April 2026 or Q2 2026.',
    value,
  );
  reading.report('unclear-value', 'warning', message, span);
}
