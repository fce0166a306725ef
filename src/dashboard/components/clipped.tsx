import type { VNode } from 'preact';
import { balanced } from './balanced.js';

/** Characters of one text that are drawn; a title of a hundred thousand says no more than its beginning. */
const most = 1000;

/** A text of a file, apart from its surroundings: the direction of its writing is its own. */
export function Clipped({ text }: { readonly text: string }): VNode {
  return <bdi>{clip(text)}</bdi>;
}

/** The text, or its beginning where it is very long; never half of a character, and nothing of it reaches beyond it. */
export function clip(text: string): string {
  if (text.length <= most) return balanced(text);
  const code = text.charCodeAt(most - 1);
  return `${balanced(text.slice(0, code >= 0xd800 && code <= 0xdbff ? most - 1 : most))}…`;
}
