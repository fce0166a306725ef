import * as l10n from '@vscode/l10n';

/** Signs that screen readers skip or misread before a number, in words. */
const comparisons: Readonly<Record<string, (value: string) => string>> = {
  '≥': (value) => l10n.t('at least {0}', value),
  '>=': (value) => l10n.t('at least {0}', value),
  '≤': (value) => l10n.t('at most {0}', value),
  '<=': (value) => l10n.t('at most {0}', value),
  '>': (value) => l10n.t('more than {0}', value),
  '<': (value) => l10n.t('less than {0}', value),
  '~': (value) => l10n.t('about {0}', value),
  '=': (value) => l10n.t('exactly {0}', value),
};

/** A value as it is heard: `2–3 days` is `2 to 3 days`, `< 90 min · claimed met` is `less than 90 min, claimed met`. */
export function spoken(value: string): string {
  return value
    .replace(/(\d[\d.,]{0,12}) ?– ?(Q?\d[\d.,]{0,12})/g, (_, from: string, to: string) => range(from, to))
    .replace(/(?<=^|[\s(])([<>]=|[≥≤<>~=]) ?(\d[\d.,]{0,12})/g, (_, sign: string, number: string) =>
      comparisons[sign]!(number),
    )
    .replace(/ → /g, ` ${l10n.t({ message: 'to', comment: 'Instead of an arrow' })} `)
    .replace(/ · /g, ', ');
}

function range(from: string, to: string): string {
  return l10n.t({ message: '{0} to {1}', args: [from, to], comment: 'Two numbers' });
}
