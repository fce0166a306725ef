import assert from 'node:assert/strict';
import { findComments, type Comment } from '../../../../src/core/lexical/comments.js';
import { syntaxOf } from '../../../../src/core/lexical/languages.js';

/** The comments of a text, checked for what holds for all of them. */
export function commentsOf(path: string, text: string): readonly Comment[] {
  const syntax = syntaxOf(path);
  assert.ok(syntax, path);
  const comments = findComments(text, syntax);
  let before = 0;
  for (const { start, end, lines } of comments) {
    assert.ok(before <= start && start < end && end <= text.length, `${path}: [${start}, ${end}) behind ${before}`);
    assert.ok(lines.length > 0);
    let at = start;
    for (const line of lines) {
      assert.ok(
        at <= line.start && line.start <= line.end && line.end <= end,
        `${path}: line [${line.start}, ${line.end})`,
      );
      assert.doesNotMatch(text.slice(line.start, line.end), /[\r\n]/);
      at = line.end;
    }
    before = end;
  }
  return comments;
}

/** What they say: the lines of each divided by `\n`. */
export function said(path: string, text: string): readonly string[] {
  return commentsOf(path, text).map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)).join('\n'));
}
