import { NodeType, Tree } from '@lezer/common';
import { Autolink, parser, Strikethrough, Table, type LeafBlockParser } from '@lezer/markdown';

/** Ends a paragraph as a bare node: the parser's own way builds a tree of what is in it, each time. */
const bareParagraph: LeafBlockParser = {
  nextLine: () => false,
  finish(context, { start, content }) {
    context.addElement(context.elt(new Tree(paragraph, [], [], content.length), start));
    return true;
  },
};

/**
 * Configurations of one CommonMark/GFM parser. Blocks are parsed without inline markup, which is slow in hostile input
 * and wanted only in titles and items; those are then parsed one at a time. `TaskList` is left out on purpose: it knows
 * `[ ]` and `[x]` alone, and check boxes here hold any character.
 */
export const blockParser = parser.configure([Table]).configure({
  // Passes over the whole of a text at once: without any rule it is still looked at character by character.
  parseInline: [{ name: 'Text', parse: ({ end }) => end, before: 'Escape' }],
  // Behind all others, each of which may make something else of it.
  parseBlock: [{ name: 'BareParagraph', leaf: () => bareParagraph, after: 'Table' }],
});

const paragraph = blockParser.nodeSet.types.find(({ name }) => name === 'Paragraph') ?? NodeType.none;

export const inlineParser = parser.configure([Strikethrough]);
/** Looks for a bare address at every character: for lines that hold one. */
export const addressParser = parser.configure([Strikethrough, Autolink]);
