import assert from 'node:assert/strict';
import { readYaml } from '../../src/core/formats/yaml/readYaml.js';
import type { ParseOptions } from '../../src/core/formats/format.js';
import { outline } from './annotated.js';
import { dedent, problemsOf } from './check.js';

/** Checks the plan of a roadmap in YAML against an outline, and the problems it has. */
export function checkYaml(
  text: string,
  expected: string,
  problems: readonly string[] = [],
  options?: ParseOptions,
): void {
  const source = dedent(text);
  assert.equal(outline(readYaml(source, options).value), dedent(expected).trimEnd());
  assert.deepEqual(problemsOf(source, options, readYaml), problems);
}

/** What is said about a text, each with the characters it is said of. */
export function messagesOf(text: string, options?: ParseOptions): string[] {
  return readYaml(text, options).problems.map(({ message, span }) =>
    span ? `${message} at «${text.slice(span.start, span.end).trim()}»` : message,
  );
}
