import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { Clipped } from '../dashboard/components/clipped.js';
import { Paged } from '../dashboard/components/paged.js';
import { Sign } from '../dashboard/components/sign.js';
import type { RoadmapChoice } from '../dashboard/messages.js';
import { useView } from '../dashboard/components/view.js';

// What the page shows where there is no dashboard.

export function Waiting(): VNode {
  return (
    <p class="state-page" role="status" aria-busy="true">
      <Sign name="loading" />
      {l10n.t('Looking for roadmaps…')}
    </p>
  );
}

export function NoRoadmap(): VNode {
  const { dispatch } = useView();
  return (
    <div class="state-page" data-section="empty">
      <h1>{l10n.t('No roadmap')}</h1>
      <p>
        {l10n.t(
          'This workspace has no roadmap, such as ROADMAP.md or docs/TECHNICAL_ROADMAP.md. As soon as there is one, it is shown here.',
        )}
      </p>
      <p>
        <button type="button" class="primary" onClick={() => dispatch({ type: 'command', command: 'openRoadmap' })}>
          {l10n.t('Open roadmap')}
        </button>{' '}
        <button type="button" class="secondary" onClick={() => dispatch({ type: 'command', command: 'refresh' })}>
          {l10n.t('Look again')}
        </button>
      </p>
    </div>
  );
}

interface ErrorProps {
  readonly problem: string;
  readonly onReload: () => void;
  /** Roadmaps that can be shown instead. */
  readonly others?: readonly RoadmapChoice[];
}

/** What went wrong, with the ways out. */
export function ErrorState({ problem, onReload, others = [] }: ErrorProps): VNode {
  const { dispatch } = useView();
  return (
    <div class="state-page" data-section="error" role="alert">
      <p>
        <Sign name="error" tone="error" /> <Clipped text={problem} />
      </p>
      <p>
        <button type="button" class="primary" onClick={onReload}>
          {l10n.t('Reload')}
        </button>
      </p>
      {others.length > 0 && (
        <>
          <p>
            {l10n.t({ message: 'Other roadmaps:', comment: 'Before a list of them; each is a button that shows it' })}
          </p>
          <Paged items={others} size={10} part="others">
            {(shown) => (
              <ul class="rows">
                {shown.map(({ uri, title }) => (
                  <li key={uri}>
                    <button type="button" class="secondary" onClick={() => dispatch({ type: 'show', uri })}>
                      <Clipped text={title} />
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Paged>
        </>
      )}
    </div>
  );
}
