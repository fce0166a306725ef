import * as l10n from '@vscode/l10n';
import type { Selection } from '../../model/metric.js';
import { isEmpty, parseYaml, type YamlKind } from '../../yaml/document.js';
import { metricProblem } from '../metricProblem.js';
import type { MetricReader } from '../reader.js';
import { measureDocument } from './documentValues.js';
import { placeOf } from './jsonText.js';
import { refused, type Measured } from './problems.js';
import { sayEmpty, wholeText } from './whole.js';

/** Any YAML 1.2: what a JSONPath or JSON Pointer names in the first document. Never unmistakable. */
export const yaml: MetricReader = {
  format: 'yaml',
  recognises: () => false,
  start: (selection) => wholeText((text) => read(text, selection), kind.longest),
};

/** Shorter than other texts: a YAML document takes a hundred times its length while it is read. */
const kind: YamlKind = { syntax: 'metric-source', longest: 2_000_000, tooLong: sayEmpty };

const mostAliases = 100;

function read(text: string, selection: Selection): Measured {
  try {
    const { document, problems } = parseYaml(text, kind);
    // Behind a mistake everything may be read for something else: no measurement is better than a wrong one.
    if (!document || problems.length > 0) {
      return {
        value: [],
        problems: problems.map(({ message, span }) =>
          metricProblem('error', l10n.t('Line {0}: {1}', placeOf(text, span?.start ?? 0).line, message)),
        ),
      };
    }
    if (isEmpty(document)) return refused(sayEmpty());
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    if (isCyclic(value)) return refused(sayAliases());
    return measureDocument(value, selection);
  } catch {
    return refused(sayAliases());
  }
}

function sayAliases(): string {
  return l10n.t('The aliases in this YAML stand for too much: have it written without.');
}

/** An alias inside of what it stands for never ends. Everything else is at most as deep as its text and its aliases. */
function isCyclic(value: unknown): boolean {
  const waiting: (readonly [unknown, number])[] = [[value, 0]];
  for (let looked = 0; waiting.length > 0; looked++) {
    const [here, depth] = waiting.pop()!;
    if (typeof here !== 'object' || here === null) continue;
    if (depth > 500 || looked > kind.longest) return true;
    for (const each of Object.values(here)) waiting.push([each, depth + 1]);
  }
  return false;
}
