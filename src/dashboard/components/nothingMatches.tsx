import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';

/** Stands where a filter has left nothing of a section. */
export function NothingMatches(): VNode {
  return <p class="empty">{l10n.t('Nothing here matches the filter.')}</p>;
}
