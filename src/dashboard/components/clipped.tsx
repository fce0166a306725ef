import type { VNode } from 'preact';

/** Characters of one text that are drawn; a title of a hundred thousand says no more than its beginning. */
const most = 1000;

/** A text of a file, apart from its surroundings: marks in it that turn the direction of writing end with it. */
export function Clipped({ text }: { readonly text: string }): VNode {
  return <bdi>{clip(text)}</bdi>;
}

/** The text, or its beginning where it is very long; never half of a character. */
export function clip(text: string): string {
  if (text.length <= most) return text;
  const code = text.charCodeAt(most - 1);
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? most - 1 : most)}…`;
}
