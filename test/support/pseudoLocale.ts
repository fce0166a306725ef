import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionInPseudoLocale, pseudoLanguage } from '../host/project.js';

/**
 * A translation in which every letter is another one; the build of the tests makes it (see `test/l10n/pseudoLocale.mjs`).
 * A text in which plain letters are left was not taken from it.
 */
export class PseudoLocale {
  readonly messages = pseudoTexts('l10n/bundle.l10n');
  /** Keys of the messages that were asked for. */
  readonly used = new Set<string>();

  /** Makes it the language of everything but of the messages with these keys. */
  use({ without = [] }: { without?: readonly string[] } = {}): void {
    const contents = new Proxy(this.messages, {
      get: (messages, key) => {
        if (typeof key !== 'string' || without.includes(key)) return undefined;
        this.used.add(key);
        return messages[key];
      },
    });
    l10n.config({ contents });
  }

  /** Makes English the language again. */
  leave(): void {
    l10n.config({ contents: {} });
  }
}

/** The texts of `package.nls` or of `l10n/bundle.l10n` in the pseudo-locale, by their keys. */
export function pseudoTexts(file: 'package.nls' | 'l10n/bundle.l10n'): Readonly<Record<string, string>> {
  const path = join(extensionInPseudoLocale, `${file}.${pseudoLanguage}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
}

/** A run of plain letters. Numbers and all other scripts may stand anywhere. */
const words = /[A-Za-z]+/g;

/** The shown texts in which plain letters stand that are in no source, each with the first such word. */
export function findUntranslated(shown: Iterable<string>, sources: readonly string[]): string[] {
  const written = new Set(sources.flatMap((source) => source.match(words) ?? []));
  return [...new Set(shown)].flatMap((text) => {
    const word = text.match(words)?.find((each) => !written.has(each));
    return word === undefined ? [] : [`${word} in: ${text}`];
  });
}
