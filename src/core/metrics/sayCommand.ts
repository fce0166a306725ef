/**
 * A command as a person can judge it: each word apart, and whatever could make it look like another one (characters that turn
 * or hide others, runs of blanks, line breaks) written as `\u{202e}`.
 */
export function sayCommand(command: readonly string[]): string {
  return command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${sayWord(word)}"`)).join(' ');
}

function sayWord(word: string): string {
  return word
    .replace(/["\\]/g, (sign) => `\\${sign}`)
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]|(?<= ) /gu, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`);
}
