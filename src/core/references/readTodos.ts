import { findComments, type Comment } from '../lexical/comments.js';
import type { Syntax } from '../lexical/syntax.js';
import type { Todo, TodoPlace } from '../model/todo.js';
import { LineIndex, type Span } from '../model/span.js';
import { findTodos, type TodoTags } from './todos.js';

/** How a text is read: `prose` stands for Markdown and plain text, where TODOs need no comment. */
export type TodoSyntax = Syntax | 'prose';

/** What TODOs are looked for in. */
export function commentsOf(text: string, syntax: TodoSyntax): readonly Comment[] {
  return syntax === 'prose' ? proseLines(text) : findComments(text, syntax);
}

/** Reads the TODOs of a text by its syntax. */
export function readTodos(
  text: string,
  syntax: TodoSyntax,
  tags: TodoTags,
): { readonly todos: readonly Todo[]; readonly places: readonly TodoPlace[] } {
  if (!tags.mayHold(text)) return { todos: [], places: [] };
  const found = findTodos(text, commentsOf(text, syntax), tags, syntax === 'prose');
  if (found.length === 0) return { todos: [], places: [] };
  const lines = new LineIndex(text);
  const rangeOf = (span: Span) => lines.rangeOf(span);
  const todos = found.map(({ tag, text: said, mentions, owner }) => ({
    tag,
    text: said,
    mentions: mentions.map(({ raw, form }) => ({ raw, form })),
    ...(owner === undefined ? {} : { owner }),
  }));
  const places = found.map(({ span, tagSpan, mentions }) => ({
    range: rangeOf(span),
    tag: rangeOf(tagSpan),
    mentions: mentions.map((mention) => rangeOf(mention.span)),
  }));
  return { todos, places };
}

/** The stretches of a text between code fences, which show what TODOs look like more often than they hold any. */
function proseLines(text: string): Comment[] {
  const stretches: Comment[] = [];
  let lines: Span[] = [];
  let fence: string | undefined;
  const index = new LineIndex(text);
  const end = () => {
    if (lines.length > 0) stretches.push({ start: lines[0]!.start, end: lines[lines.length - 1]!.end, lines });
    lines = [];
  };
  for (let line = 0; line < index.lineCount; line++) {
    const span = index.lineSpan(line);
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text.slice(span.start, Math.min(span.end, span.start + 100)))?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      end();
    } else if (fence === undefined) lines.push(span);
  }
  end();
  return stretches;
}
