import * as l10n from '@vscode/l10n';
import type { Problem } from '../model/problem.js';
import type { SourceText } from '../text/sourceText.js';

/** The problem of a text with garbled characters, if it has any: one for all places. */
export function mojibakeProblems({ text, mojibake }: SourceText, encoding: string | undefined): Problem[] {
  const [first] = mojibake;
  if (!first) return [];
  const count = mojibake.length;
  const garbled = text.slice(first.start, first.end);
  return [
    encoding
      ? {
          code: 'wrong-encoding',
          severity: 'warning',
          message: sayWrongEncoding(encoding, count, garbled, first.meant),
          span: first,
          places: mojibake,
        }
      : {
          code: 'mojibake',
          severity: 'warning',
          message: sayMojibake(count, garbled, first.meant),
          span: { start: first.start, end: first.end },
          places: mojibake.map(({ start, end }) => ({ start, end })),
        },
  ];
}

/** Says that a file which is UTF-8 was opened as something else. */
function sayWrongEncoding(encoding: string, places: number, garbled: string, meant: string): string {
  return places === 1
    ? l10n.t(
        'This file was opened as {0}, which garbles one place ({1} for {2}): reopen it with UTF-8.',
        encoding,
        garbled,
        meant,
      )
    : l10n.t(
        'This file was opened as {0}, which garbles {1} places ({2} for {3}): reopen it with UTF-8.',
        encoding,
        places,
        garbled,
        meant,
      );
}

/** Says that a file was once saved wrongly. */
function sayMojibake(places: number, garbled: string, meant: string): string {
  return places === 1
    ? l10n.t(
        'UTF-8 was once saved as Windows-1252 here: one place ({0} for {1}). They are read as what was meant; to mend the file, put the right character in each place.',
        garbled,
        meant,
      )
    : l10n.t(
        'UTF-8 was once saved as Windows-1252 here: {0} places ({1} for {2}). They are read as what was meant; to mend the file, put the right character in each place.',
        places,
        garbled,
        meant,
      );
}
