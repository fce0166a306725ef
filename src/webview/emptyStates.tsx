import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { Clipped } from '../dashboard/components/clipped.js';
import { Sign } from '../dashboard/components/sign.js';
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

export function ErrorState({ problem, onReload }: { readonly problem: string; readonly onReload: () => void }): VNode {
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
    </div>
  );
}
