import * as l10n from '@vscode/l10n';
import type { Dashboard, SectionName } from '../../core/views/dashboard/dashboard.js';
import { unfilteredSections, type DashboardFilter } from '../../core/views/dashboard/filterDashboard.js';

/** `Not filtered: Risks, Review`: what is shown as it was though a filter is on; empty where that is nothing. */
export function sayUnfiltered(dashboard: Dashboard, filter: DashboardFilter): string {
  const names = unfilteredSections(filter).flatMap((name) =>
    isShown(dashboard, name) ? (titles[name]?.() ?? []) : [],
  );
  return names.length === 0
    ? ''
    : l10n.t({
        message: 'Not filtered: {0}',
        args: [names.join(', ')],
        comment: 'Beside a filter; {0} names the parts of the page that it does not apply to',
      });
}

function isShown(dashboard: Dashboard, name: SectionName): boolean {
  const section = dashboard[name];
  return Array.isArray(section) ? section.length > 0 : section !== undefined;
}

/** As the sections themselves are called. */
const titles: Readonly<Partial<Record<SectionName, () => string>>> = {
  metrics: () => l10n.t('Metrics'),
  burnUp: () => l10n.t('Burn-up'),
  risks: () => l10n.t('Risks'),
  dependencies: () => l10n.t('Dependencies'),
  themes: () => l10n.t('Themes'),
  nextSteps: () => l10n.t('Next steps'),
  review: () => l10n.t('Review'),
  problems: () => l10n.t('Problems'),
};
