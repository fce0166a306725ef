/**
 * Markup without what HTML and XML 1.0 have no place for, whatever text it comes from: most control characters, noncharacters,
 * halves of pairs, and in XML the end of a section of characters.
 */
export function wellFormed(markup: string): string {
  return markup
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll(']]>', ']]&gt;');
}

/** A text within an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
