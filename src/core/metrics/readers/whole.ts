import * as l10n from '@vscode/l10n';
import { maxWhole, type ReadingSession } from '../reader.js';
import { refused, type Measured } from './problems.js';

/** The reading of a text that must be seen as a whole; a longer one than `longest` is refused, and not kept. */
export function wholeText(read: (text: string) => Measured, longest = maxWhole): ReadingSession {
  let pieces: string[] = [];
  let length = 0;
  return {
    write(piece) {
      length += piece.length;
      if (length <= longest) pieces.push(piece);
      else pieces = [];
    },
    end() {
      if (length > longest) {
        return refused(
          l10n.t(
            'This file is longer than the {0} characters that are read of its format: have its tool write a summary.',
            longest,
          ),
        );
      }
      const joined = pieces.join('');
      const text = joined.startsWith('\uFEFF') ? joined.slice(1) : joined;
      if (text.trim() === '') return refused(sayEmpty());
      return read(text);
    },
  };
}

/** Said of a file without any text. */
export function sayEmpty(): string {
  return l10n.t('This file is empty: have its tool write it once more.');
}
