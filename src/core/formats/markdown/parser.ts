import { Autolink, parser, Strikethrough, Table } from '@lezer/markdown';

/**
 * Two configurations of one CommonMark/GFM parser. Blocks are parsed without inline markup, which is slow in hostile input
 * and wanted only in titles and items; those are then parsed one at a time. `TaskList` is left out on purpose: it knows
 * `[ ]` and `[x]` alone, and check boxes here hold any character.
 */
export const blockParser = parser.configure([Table]).configure({
  // Passes over the whole of a text at once: without any rule it is still looked at character by character.
  parseInline: [{ name: 'Text', parse: ({ end }) => end, before: 'Escape' }],
});

export const inlineParser = parser.configure([Strikethrough, Autolink]);
