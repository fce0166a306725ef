import { Autolink, parser, Strikethrough, Table } from '@lezer/markdown';

/**
 * Two configurations of one CommonMark/GFM parser. Blocks are parsed without inline rules, which are slow in hostile
 * input and wanted only in titles and items; those are then parsed one at a time. `TaskList` is left out on purpose: it
 * knows `[ ]` and `[x]` alone, and check boxes here hold any character.
 */
export const blockParser = parser.configure([Table]).configure({
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'],
});

export const inlineParser = parser.configure([Strikethrough, Autolink]);
