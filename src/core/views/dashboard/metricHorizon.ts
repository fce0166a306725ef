import type { Metric, Roadmap } from '../../model/roadmap.js';
import { outermostGroups } from '../planForecast.js';

/** The id of the horizon that the group of a metric names: `30-Day Goals` are those of the `30-Day Roadmap`. Undefined where none or several are named. */
export function horizonNamed(roadmap: Roadmap, { horizon, group }: Metric): string | undefined {
  const named =
    group === undefined
      ? []
      : outermostGroups(roadmap).filter((one) => isSame(one.title, group) || isSame(one.name, group));
  const found =
    named.length > 0 || horizon === undefined
      ? named
      : outermostGroups(roadmap).filter(({ title }) => hasWords(title, horizon));
  return found.length === 1 ? found[0]!.id : undefined;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether a title has these words in a row, and not as parts of others. */
function hasWords(title: string, words: string): boolean {
  const spaced = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words.trim() !== '' && spaced(title).includes(spaced(words));
}
