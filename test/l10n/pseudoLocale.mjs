// Makes a translation that nobody reads: every letter that is no placeholder or link becomes another one, so that a text
// which was not taken from it can be told by its plain letters. For tests alone; no package holds it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** VS Code's name for the language, after which its files are called. */
const pseudoLanguage = 'qps-ploc';

/** Puts the translation into a copy of the extension, beside the texts it is made from. */
export async function addPseudoLocale(extension) {
  // Loaded here, since it takes a while and most builds do without.
  const { getL10nPseudoLocalized } = await import('@vscode/l10n-dev');
  for (const file of ['package.nls.json', 'l10n/bundle.l10n.json']) {
    const texts = JSON.parse(readFileSync(join(extension, file), 'utf8'));
    const translated = join(extension, file.replace(/json$/, `${pseudoLanguage}.json`));
    writeFileSync(translated, `${JSON.stringify(getL10nPseudoLocalized(texts), null, 2)}\n`);
  }
}
