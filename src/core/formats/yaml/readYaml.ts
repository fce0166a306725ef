import * as l10n from '@vscode/l10n';
import type { Parsed } from '../../model/problem.js';
import { tasksOf, type Roadmap } from '../../model/roadmap.js';
import { touches, type Span } from '../../model/span.js';
import { SourceText } from '../../text/sourceText.js';
import { isEmpty, parseYaml, rootMap } from '../../yaml/document.js';
import type { ParseOptions } from '../format.js';
import { identify } from '../identify.js';
import { mojibakeProblems } from '../textProblems.js';
import { roadmapKind } from './roadmapKind.js';
import { emptyRoadmap } from './emptyRoadmap.js';
import { readChildren, readOutcomes } from './plan.js';
import { Fields, Reading } from './reading.js';
import {
  readDependencies,
  readFacts,
  readMetrics,
  readReview,
  readRisks,
  readThemes,
  registerSpans,
} from './registers.js';
import { roadmapShape } from './schema.js';

/**
 * Reads a roadmap in our own shape, in YAML or JSON. Never throws; a value that is wrong costs itself. Linear in the
 * length of the text, which has no BOM.
 */
export function readYaml(text: string, options: ParseOptions = {}): Parsed<Roadmap> {
  const source = new SourceText(text);
  const { document, problems: syntax } = parseYaml(text, roadmapKind);
  const reading = new Reading(source, options.statusMarks);
  const problems = [...syntax, ...mojibakeProblems(source, options.encoding)];
  const root = document && rootMap(document);
  const value = root
    ? readRoadmap(reading, new Fields(reading, root, roadmapShape), options)
    : emptyRoadmap(text, options);
  if (document && isEmpty(document)) {
    problems.push({
      code: 'empty-file',
      severity: 'error',
      message: l10n.t('This file is empty: write tasks into it, such as "tasks: [Add smoke tests]".'),
    });
  } else if (document && !root) {
    reading.wrong(
      l10n.t('A roadmap must be keys with values: write tasks below "tasks:", and groups of tasks below "groups:".'),
      document.contents,
    );
  } else if (root && tasksOf(value).next().done) {
    problems.push({
      code: 'no-tasks',
      severity: 'error',
      message: l10n.t(
        'No task was found in this file: write tasks as a list below "tasks:", at the top or in a group.',
      ),
    });
  }
  // What is wrong because it is no valid YAML has been said.
  const said = (span: Span) => syntax.some((other) => other.span && touches(span, other.span.start));
  problems.push(...reading.problems.filter(({ code, span }) => code !== 'roadmap-value' || !span || !said(span)));
  return { value, problems: problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
}

function readRoadmap(reading: Reading, fields: Fields, options: ParseOptions): Roadmap {
  const { text } = reading.source;
  // Its value has been looked at before the file was taken for a roadmap; here it is only checked.
  fields.text('$schema');
  const title = fields.text('title');
  const children = readChildren(reading, fields, { relative: false });
  identify(children, reading.problems);
  const review = readReview(reading, fields);
  return {
    ...emptyRoadmap(text, options),
    ...(title ? { title: title.value, titleSpan: title.span } : {}),
    facts: readFacts(reading, fields),
    children,
    outcomes: readOutcomes(fields),
    metrics: readMetrics(reading, fields),
    risks: readRisks(reading, fields),
    dependencies: readDependencies(reading, fields),
    themes: readThemes(reading, fields),
    ...(review ? { review } : {}),
    nextSteps: fields.texts('nextSteps'),
    registerSpans: registerSpans(fields),
  };
}
