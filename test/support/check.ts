import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import type { ParseOptions, Reader } from '../../src/core/formats/format.js';
import { readYaml } from '../../src/core/formats/yaml/readYaml.js';
import { tasksOf, type Roadmap, type Task } from '../../src/core/model/roadmap.js';
import type { RoadmapFile } from '../../src/core/model/snapshot.js';
import { LineIndex } from '../../src/core/model/span.js';
import { outline, rangesFound } from './annotated.js';

/** Reads a Markdown roadmap. */
export function read(text: string, options?: ParseOptions): Roadmap {
  return parseMarkdown(text, options).value;
}

/** A text with the indentation of its first line taken off every line, and no line break before it. */
export function dedent(text: string): string {
  const body = text.replace(/^\n/, '').replace(/\n[ \t]*$/, '\n');
  const indent = /^ */.exec(body)![0];
  return body.replace(new RegExp(`^${indent}`, 'gm'), '');
}

/** Checks the plan of a roadmap against an outline (see `outline`). */
export function checkPlan(text: string, expected: string, options?: ParseOptions): void {
  assert.equal(outline(read(dedent(text), options)), dedent(expected).trimEnd());
}

/** Checks that exactly the marked ranges are found (see `rangesFound`). */
export function checkRanges(annotated: string, options?: ParseOptions, reader?: Reader): void {
  const { expected, found } = rangesFound(annotated, options, reader);
  assert.equal(found, expected);
}

/** The only task of a text. */
export function onlyTask(text: string, options?: ParseOptions): Task {
  const tasks = [...tasksOf(read(text, options))];
  assert.equal(tasks.length, 1, `one task in ${JSON.stringify(text)}`);
  return tasks[0]!;
}

/** The ids of all tasks in document order. */
export function ids(text: string, options?: ParseOptions): string[] {
  return [...tasksOf(read(dedent(text), options))].map(({ id }) => id);
}

/** The codes of the problems a text has, each with the characters it points at. */
export function problemsOf(text: string, options?: ParseOptions, reader: Reader = parseMarkdown): string[] {
  return reader(text, options).problems.map(({ code, span }) =>
    span ? `${code}: ${text.slice(span.start, span.end)}` : code,
  );
}

/** A roadmap file as the workspace holds it. */
export function fileOf(text: string, path = 'ROADMAP.md', folder = 'project', reader = readerOf(path)): RoadmapFile {
  const { value, problems } = reader(text, { fallbackTitle: path });
  const uri = `memory:///${folder}/${path}`;
  return {
    uri,
    path,
    folder: { uri: `memory:///${folder}`, name: folder },
    lines: new LineIndex(text),
    roadmap: value,
    problems,
  };
}

/** What reads files of this name, at hand. */
function readerOf(path: string): Reader {
  return /\.(?:ya?ml|json)$/.test(path) ? readYaml : parseMarkdown;
}
