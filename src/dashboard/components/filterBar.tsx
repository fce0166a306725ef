import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { priorities, statuses } from '../../core/model/roadmap.js';
import {
  isFilteringDashboard,
  noFilter,
  type DashboardFilter,
  type FilterChoices,
} from '../../core/views/dashboard/filterDashboard.js';
import { priorityTitle, statusTitle } from '../../core/views/words.js';
import { FilterMenu } from './filterMenu.js';
import { memo } from './memo.js';

interface Props {
  readonly filter: DashboardFilter;
  readonly choices: FilterChoices;
  /** `12 of 79 tasks match` */
  readonly matches: string;
  /** `Not filtered: Risks, Review`; empty where the filter applies to all that is shown. */
  readonly unfiltered: string;
  readonly onFilter: (filter: DashboardFilter) => void;
}

/** Searches and filters all sections to which that applies, at once. */
export const FilterBar = memo(function FilterBar({ filter, choices, matches, unfiltered, onFilter }: Props): VNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const change = (part: Partial<DashboardFilter>): void => onFilter({ ...filter, ...part });
  const named = (names: readonly string[]): { value: string; title: string }[] =>
    names.map((name) => ({ value: name, title: name }));
  return (
    <search class="filter-bar">
      <input
        ref={field}
        id={id}
        type="search"
        class="search"
        value={filter.text}
        placeholder={l10n.t('Search')}
        aria-label={l10n.t('Search tasks and everything else')}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <FilterMenu
        label={l10n.t('Status')}
        options={statuses.map((status) => ({ value: status, title: statusTitle(status) }))}
        chosen={filter.statuses}
        onChange={(chosen) => change({ statuses: chosen })}
      />
      <FilterMenu
        label={l10n.t('Priority')}
        options={[
          ...priorities.map((priority) => ({ value: priority, title: priorityTitle(priority) })),
          { value: 'none' as const, title: l10n.t('No priority') },
        ]}
        chosen={filter.priorities}
        onChange={(chosen) => change({ priorities: chosen })}
      />
      <FilterMenu
        label={l10n.t({ message: 'Owner', comment: 'Who does a task; a filter' })}
        options={named(choices.owners)}
        chosen={filter.owners}
        onChange={(chosen) => change({ owners: chosen })}
      />
      <FilterMenu
        label={l10n.t({ message: 'Horizon', comment: 'An outermost part of a plan; a filter' })}
        options={choices.horizons.map((horizon) => ({ value: horizon.id, title: horizon.title }))}
        chosen={filter.horizons}
        onChange={(chosen) => change({ horizons: chosen })}
      />
      <FilterMenu
        label={l10n.t({ message: 'Label', comment: 'Of a task; a filter' })}
        options={named(choices.labels)}
        chosen={filter.labels}
        onChange={(chosen) => change({ labels: chosen })}
      />
      {isFilteringDashboard(filter) && (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            onFilter(noFilter);
            field.current?.focus();
          }}
        >
          {l10n.t('Clear filter')}
        </button>
      )}
      <span class="matches" role="status">
        {matches}
      </span>
      {unfiltered && <span class="matches">{unfiltered}</span>}
    </search>
  );
});
