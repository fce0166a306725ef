import * as l10n from '@vscode/l10n';
import { isMap } from 'yaml';
import type {
  Dependency,
  DocumentFacts,
  Metric,
  Passage,
  RegisterName,
  Review,
  Risk,
  Sourced,
  Theme,
} from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { dateOf } from '../../values/date.js';
import { parseTarget } from '../../values/target.js';
import { parseWindow } from '../../values/window.js';
import { describeType } from '../../yaml/describeIssue.js';
import { nameOf, pairsOf } from '../../yaml/document.js';
import { isNothing, rangeOf } from '../../yaml/nodes.js';
import type { Fields, Item, Reading } from './reading.js';
import {
  dependencyShape,
  metricShape,
  passageShape,
  reviewShape,
  riskShape,
  roadmapShape,
  themeShape,
} from './schema.js';

const registers: readonly RegisterName[] = ['metrics', 'risks', 'dependencies', 'themes', 'review', 'nextSteps'];

/** Where each register stands, with its key. */
export function registerSpans(fields: Fields): Partial<Record<RegisterName, Span>> {
  const spans: Partial<Record<RegisterName, Span>> = {};
  for (const name of registers) {
    const span = fields.span(name);
    if (span) spans[name] = span;
  }
  return spans;
}

export function readMetrics(reading: Reading, fields: Fields): Metric[] {
  return fields.items('metrics', metricShape).flatMap((item) => {
    const title = titleOf(reading, item);
    if (!title) return [];
    if ('text' in item) return [{ text: title.value, span: title.span, ...targetOf(title.value) }];
    const stated = item.fields.text('target');
    const target = stated && parseTarget(`${metricName}: ${stated.value}`);
    if (stated && !target) {
      const message = l10n.t(
        '"{0}" names no number to reach: write it like 98%+, < 200 ms (p95) or at most 2 hours.',
        stated.value,
      );
      reading.report('unclear-value', 'warning', message, stated.span);
    }
    const claimed = item.fields.text('claimed')?.value as Metric['claimed'];
    const category = item.fields.text('category')?.value;
    const window = category === undefined ? undefined : parseWindow(category);
    return [
      {
        text: stated ? `${title.value}: ${stated.value}` : title.value,
        span: item.body,
        ...(target ? { target: { ...target, name: title.value } } : stated ? {} : targetOf(title.value)),
        ...(claimed ? { claimed } : {}),
        ...(category === undefined ? {} : { group: category }),
        ...(window && category !== undefined ? { horizon: category.slice(window.start, window.end) } : {}),
      },
    ];
  });
}

/** Stands for the title while the number beside it is read: a title may hold anything. */
const metricName = 'value';

function targetOf(text: string): Pick<Metric, 'target'> {
  const target = parseTarget(text);
  return target ? { target } : {};
}

export function readRisks(reading: Reading, fields: Fields): Risk[] {
  return fields.items('risks', riskShape).flatMap((item) => {
    const title = titleOf(reading, item);
    if (!title) return [];
    const mitigation = 'fields' in item ? item.fields.text('mitigation')?.value : undefined;
    return [
      {
        title: title.value,
        ...categoryOf(item),
        ...(mitigation === undefined ? {} : { mitigation }),
        span: item.span,
      },
    ];
  });
}

export function readDependencies(reading: Reading, fields: Fields): Dependency[] {
  return fields.items('dependencies', dependencyShape).flatMap((item) => {
    const title = titleOf(reading, item);
    return title ? [{ text: title.value, span: title.span, ...categoryOf(item) }] : [];
  });
}

export function readThemes(reading: Reading, fields: Fields): Theme[] {
  return fields.items('themes', themeShape).flatMap((item) => {
    const title = titleOf(reading, item);
    const items = 'fields' in item ? item.fields.texts('items') : [];
    return title ? [{ title: title.value, span: item.span, items }] : [];
  });
}

function categoryOf(item: Item<string>): { category?: string } {
  const category = 'fields' in item ? item.fields.text('category')?.value : undefined;
  return category === undefined ? {} : { category };
}

/** The title of an entry; one without a title is reported and left out. */
function titleOf(reading: Reading, item: Item<string>): Sourced<string> | undefined {
  if ('text' in item) return item.text;
  const { fields } = item;
  if (!fields.keys.includes('title')) return reading.missing('title', item.body);
  return fields.text('title');
}

export function readReview(reading: Reading, fields: Fields): Review | undefined {
  const node = fields.node('review');
  const review = isNothing(node) ? undefined : reading.fields(node, ['review'], reviewShape);
  if (!review) return undefined;
  const frequency = review.text('frequency');
  const next = review.text('next');
  const lastUpdated = review.text('lastUpdated');
  const lastUpdatedDate = lastUpdated && dateOf(lastUpdated);
  return {
    ...(frequency ? { frequency } : {}),
    ...(next ? { next } : {}),
    ...(lastUpdated ? { lastUpdated } : {}),
    ...(lastUpdatedDate ? { lastUpdatedDate } : {}),
    criteria: review.texts('criteria'),
    process: review.texts('process'),
  };
}

/** What the document says of itself. */
export function readFacts(reading: Reading, fields: Fields): DocumentFacts {
  const generated = fields.text('generated');
  const generatedDate = generated && dateOf(generated);
  const purpose = fields.text('purpose');
  const currentState = fields.text('currentState');
  const goal = fields.text('goal');
  const summary = readPassage(reading, fields, 'summary');
  const conclusion = readPassage(reading, fields, 'conclusion');
  return {
    ...(generated ? { generated } : {}),
    ...(generatedDate ? { generatedDate } : {}),
    ...(purpose ? { purpose } : {}),
    ...(summary ? { summary } : {}),
    ...(conclusion ? { conclusion } : {}),
    ...(currentState ? { currentState } : {}),
    ...(goal ? { goal } : {}),
    others: readOthers(reading, fields),
  };
}

function readPassage(reading: Reading, fields: Fields, key: 'summary' | 'conclusion'): Passage | undefined {
  const node = fields.node(key);
  const read = isNothing(node) ? undefined : reading.item(node, [key], passageShape);
  if (!read) return undefined;
  if ('text' in read) return { text: read.text.value, span: read.text.span, points: [] };
  const points = read.fields.texts('points');
  if (!read.fields.keys.includes('text')) return reading.missing('text', rangeOf(node)!);
  const text = read.fields.text('text');
  return text && { text: text.value, span: text.span, points };
}

function readOthers(reading: Reading, fields: Fields): DocumentFacts['others'] {
  const node = fields.node('facts');
  if (isNothing(node)) return [];
  if (!isMap(node)) {
    reading.wrong(describeType('object', ['facts']), node);
    return [];
  }
  return [...pairsOf(node).values()].flatMap(({ key, value }) => {
    const name = nameOf(key);
    const read = isNothing(value) ? undefined : reading.text(value, ['facts', name], roadmapShape.title);
    return read ? [{ name: reading.meant(name), ...read }] : [];
  });
}
