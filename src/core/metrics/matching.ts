import * as l10n from '@vscode/l10n';
import type { Metric } from '../model/roadmap.js';
import { nearest } from '../yaml/nearest.js';
import { metricName, nameKey, nameSlug, nameWords } from './metricNames.js';

/**
 * Why a name of the configuration is that of a metric, the surest first: with its horizon or group before it
 * (`30-Day/Test coverage`), the same but for case, markup and blanks, the whole line of the metric, as one word
 * (`test-coverage`), the same words in another order or number, or most of its words.
 */
export const matchKinds = ['horizon', 'name', 'text', 'slug', 'words', 'similar'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** What a name of the configuration is for. */
export type NameMatch<M extends Metric> =
  | {
      readonly kind: MatchKind;
      /** All with that name: one source serves the targets of every horizon. Never empty. */
      readonly metrics: readonly M[];
      /** For a person. */
      readonly because: string;
    }
  | {
      readonly kind: 'ambiguous';
      /** Names that fit equally well. */
      readonly candidates: readonly string[];
    }
  | {
      readonly kind: 'none';
      /** What may have been meant. */
      readonly nearest?: string;
    };

/** What share of all words of two names must be in both for one to stand for the other, where nothing else fits. */
const leastSimilar = 0.8;
/** Names beyond these are not compared by similarity. */
const mostNames = 2_000;
/** So many names with any word in common are looked at for one that may have been meant. */
const mostRelated = 200;
/** So many spellings are compared for all names together that were not found: a configuration has few wrong ones. */
const mostSpellings = 50_000;

/** A name as written, with its words. */
interface Named {
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** Finds metrics by the names that a configuration has for them. Made once for the metrics of a folder. */
export class MetricMatcher<M extends Metric> {
  private readonly byName = new Map<string, M[]>();
  private readonly byText = new Map<string, M[]>();
  private readonly byHorizon = new Map<string, M[]>();
  private readonly bySlug = new Map<string, M[]>();
  private readonly byWords = new Map<string, M[]>();
  /** By the key of its name. */
  private readonly names = new Map<string, Named>();
  /** The names that have a word, among those that are compared. */
  private readonly byWord = new Map<string, Named[]>();
  private spellings = mostSpellings;

  constructor(metrics: readonly M[]) {
    for (const metric of metrics) {
      const name = metricName(metric);
      const key = nameKey(name);
      if (key === '') continue;
      const words = nameWords(name);
      put(this.byName, key, metric);
      put(this.byText, nameKey(metric.text), metric);
      put(this.bySlug, nameSlug(name), metric);
      put(this.byWords, wordKey(words), metric);
      if (!this.names.has(key)) this.addName({ key, name, words });
      for (const above of new Set([metric.horizon, metric.group])) {
        if (above === undefined) continue;
        put(this.byHorizon, `${nameKey(above)}/${key}`, metric);
        put(this.byHorizon, `${nameSlug(above)}/${nameSlug(name)}`, metric);
      }
    }
  }

  /** What a name of the configuration is for. */
  find(written: string): NameMatch<M> {
    const key = nameKey(written);
    if (key === '') return { kind: 'none' };
    // Only the first slash can divide: horizons have none, names may (`CI/CD time`).
    const metrics = this.byHorizon.get(key.replace(/\s?\/\s?/, '/'));
    if (metrics) return { kind: 'horizon', metrics, because: l10n.t('same name in the same group') };
    const named = this.byName.get(key);
    if (named) return { kind: 'name', metrics: named, because: l10n.t('same name') };
    const whole = this.byText.get(key);
    if (whole) return { kind: 'text', metrics: whole, because: l10n.t('same line') };
    return (
      this.only('slug', this.bySlug.get(nameSlug(written)), l10n.t('same name as one word')) ??
      this.only('words', this.byWords.get(wordKey(nameWords(written))), l10n.t('same words')) ??
      this.similar(written)
    );
  }

  /** A match of metrics that have one name; of several it is anybody's guess. */
  private only(kind: MatchKind, metrics: readonly M[] | undefined, because: string): NameMatch<M> | undefined {
    if (!metrics) return undefined;
    const keys = new Map(metrics.map((metric) => [nameKey(metricName(metric)), metricName(metric)]));
    return keys.size > 1 ? { kind: 'ambiguous', candidates: [...keys.values()] } : { kind, metrics, because };
  }

  private addName(named: Named): void {
    this.names.set(named.key, named);
    if (this.names.size > mostNames) return;
    for (const word of named.words) {
      const known = this.byWord.get(word);
      if (known) known.push(named);
      else this.byWord.set(word, [named]);
    }
  }

  private similar(written: string): NameMatch<M> {
    const words = new Set(nameWords(written));
    const scored = this.related([...words]).map(({ key, name, words: own }) => {
      const common = own.filter((word) => words.has(word));
      return { key, name, common, score: common.length / (words.size + own.length - common.length) };
    });
    scored.sort((a, b) => b.score - a.score);
    const [best] = scored;
    if (best && best.score >= leastSimilar) {
      const tied = scored.filter(({ score }) => score === best.score);
      if (tied.length > 1) return { kind: 'ambiguous', candidates: tied.map(({ name }) => name).slice(0, 5) };
      const because = l10n.t({
        message: 'most words in common: {0}',
        args: [best.common.join(', ')],
        comment: 'Why a name is taken for that of a metric',
      });
      return { kind: 'similar', metrics: this.byName.get(best.key)!, because };
    }
    const meant = nearest(written, this.alike(written)) ?? (best && best.score >= 0.3 ? best.name : undefined);
    return { kind: 'none', ...(meant === undefined ? {} : { nearest: meant }) };
  }

  /**
   * Names with a word in common, in their order: all that may be similar enough, of the others as many as are worth a look.
   * One that has enough of the words has at least one of the rarest of them, so that only the names with these need be seen.
   */
  private related(words: readonly string[]): readonly Named[] {
    const rarest = words.map((word) => this.byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
    const needed = words.length - Math.ceil(words.length * leastSimilar) + 1;
    const found = new Set<Named>();
    for (const [at, names] of rarest.entries()) {
      if (at >= needed && found.size >= mostRelated) break;
      for (const named of at < needed ? names : names.slice(0, mostRelated)) found.add(named);
    }
    return [...found];
  }

  /** Names whose spelling is worth comparing: of about the same length, or those that are written out. */
  private alike(written: string): readonly string[] {
    const from = written.length > 40 ? 0 : Math.min(this.names.size, mostNames, this.spellings);
    this.spellings -= from;
    const start = written.toLowerCase();
    return [...this.names.values()].slice(0, from).flatMap(({ name }) => {
      // So much may differ that is not found to be near whatever its letters.
      const same = Math.abs(name.length - written.length) * 5 <= Math.max(name.length, written.length) * 2;
      return same || name.toLowerCase().startsWith(start) ? [name] : [];
    });
  }
}

function wordKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

function put<M>(map: Map<string, M[]>, key: string, metric: M): void {
  if (key === '') return;
  const known = map.get(key);
  if (!known) map.set(key, [metric]);
  // A group that is called like its horizon would name the metric twice.
  else if (known.at(-1) !== metric) known.push(metric);
}
