import * as l10n from '@vscode/l10n';
import type { Parsed, Problem } from '../model/problem.js';

/** Part of every host (https://encoding.spec.whatwg.org/#interface-textdecoder), though not of the language itself. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** Larger files are refused: a plan has kilobytes, and an editor must not hang on what is none. */
export const maxFileBytes = 10 * 1024 * 1024;

/** The problem of a file beyond `maxFileBytes`. */
export function tooLarge(bytes: number): Problem {
  return {
    code: 'too-large',
    severity: 'error',
    message: l10n.t(
      'This file has {0} MB, more than the {1} MB that are read: split the roadmap into several files.',
      Math.ceil(bytes / 1024 / 1024),
      maxFileBytes / 1024 / 1024,
    ),
  };
}

/**
 * Decodes a file as an editor does: by its byte order mark (UTF-8, UTF-16 LE or BE), else as UTF-8. The mark is no part
 * of the text. Bytes that are no UTF-8 are read as U+FFFD and reported with the line of the first.
 */
export function decodeText(bytes: Uint8Array): Parsed<string | undefined> {
  if (bytes.length > maxFileBytes) return { value: undefined, problems: [tooLarge(bytes.length)] };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { value: new TextDecoder('utf-16le').decode(bytes), problems: [] };
  if (first === 0xfe && second === 0xff) return { value: new TextDecoder('utf-16be').decode(bytes), problems: [] };
  if (bytes.includes(0)) return noText();
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return checkText(new TextDecoder('utf-8').decode(bytes));
  }
}

function noText(): Parsed<undefined> {
  const message = l10n.t(
    'This is no text file: it holds NUL bytes. If it is UTF-16 without a byte order mark, save it as UTF-8.',
  );
  return { value: undefined, problems: [{ code: 'not-text', severity: 'error', message }] };
}

/** Judges a text that somebody else decoded: what decoding could not read stands in it as NUL or U+FFFD. */
export function checkText(text: string): Parsed<string | undefined> {
  return text.includes('\0') ? noText() : { value: text, problems: invalidCharacters(text) };
}

/** Reports the replacement characters that decoding left in a text. */
function invalidCharacters(text: string): Problem[] {
  const places = [...text.matchAll(/\ufffd+/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const [first] = places;
  if (!first) return [];
  return [
    {
      code: 'invalid-utf8',
      severity: 'error',
      message:
        places.length === 1
          ? l10n.t(
              'This file is not valid UTF-8 in one place: open it with its real encoding (perhaps Windows-1252) and save it as UTF-8.',
            )
          : l10n.t(
              'This file is not valid UTF-8 in {0} places: open it with its real encoding (perhaps Windows-1252) and save it as UTF-8.',
              places.length,
            ),
      span: first,
      places,
    },
  ];
}
