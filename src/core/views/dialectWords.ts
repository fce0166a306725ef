import * as l10n from '@vscode/l10n';
import type { Dialect } from '../model/dialect.js';
import { statusWord } from '../values/statusWord.js';

/**
 * How the marks of a file are understood, for a tooltip or a row: `[/] in progress, [-] cancelled (dialect obsidian …)`;
 * undefined where everybody reads them alike, so that there is nothing to explain.
 */
export function sayDialect({ name, source, evidence, marks }: Dialect): string | undefined {
  const unusual = marks.filter(({ mark }) => mark !== '[ ]' && mark !== '[x]');
  const plain = source === 'default' && unusual.every(({ status, from }) => status && from === 'common');
  if (plain || unusual.length === 0) return undefined;
  const said = unusual
    .map(({ mark, status }) => `${mark} ${status ? statusWord(status) : l10n.t('unknown, counts as to do')}`)
    .join(', ');
  const [first] = evidence;
  if (source === 'workspace') return l10n.t('{0} (dialect {1}, by the configuration)', said, name);
  if (source === 'file') return l10n.t('{0} (dialect {1}, by the front matter)', said, name);
  return first ? l10n.t('{0} (dialect {1}, because of "{2}")', said, name, first.text) : said;
}
