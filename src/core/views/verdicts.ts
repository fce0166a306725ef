import * as l10n from '@vscode/l10n';
import type { HorizonVerdict } from '../progress/horizonForecast.js';

/** How a horizon's forecast stands against its window, in words; `ahead`: the window has not ended yet. */
export function sayVerdict(verdict: HorizonVerdict, ahead = false): string {
  return verdict === 'late' && ahead
    ? l10n.t({ message: 'will be late', comment: 'Of a horizon, by its forecast' })
    : verdicts[verdict]();
}

const verdicts: Readonly<Record<HorizonVerdict, () => string>> = {
  onTrack: () => l10n.t({ message: 'on track', comment: 'Of a horizon, by its forecast' }),
  atRisk: () => l10n.t({ message: 'at risk', comment: 'Of a horizon, by its forecast' }),
  late: () => l10n.t({ message: 'late', comment: 'Of a horizon, by its forecast' }),
};
