import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { Notice } from '../../core/views/dashboard/dashboard.js';
import { Clipped } from './clipped.js';
import { memo } from './memo.js';
import { Open } from './open.js';
import { Sign } from './sign.js';

/** What is missing, incomplete or still being read. */
export const Notices = memo(function Notices({ notices }: { readonly notices: readonly Notice[] }): VNode | null {
  if (notices.length === 0) return null;
  return (
    <ul class="notices" data-section="notices" aria-label={l10n.t('Notices')}>
      {notices.map(({ kind, text, target }) => (
        <li key={`${kind} ${text}`} class={`notice ${kind}`}>
          <Sign name={kind === 'problem' ? 'warning' : kind === 'loading' ? 'loading' : 'info'} />
          <span>
            {target ? (
              <Open target={target}>
                <Clipped text={text} />
              </Open>
            ) : (
              <Clipped text={text} />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
});
