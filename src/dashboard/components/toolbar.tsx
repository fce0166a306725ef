import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { exportFormats, type ExportFormat, type RoadmapChoice } from '../messages.js';
import { memo } from './memo.js';
import { Menu } from './menu.js';
import { RoadmapSelect } from './roadmapSelect.js';
import { useView } from './view.js';

interface Props {
  readonly uri: string;
  readonly roadmaps: readonly RoadmapChoice[];
}

/** What can be done with the roadmap as a whole. */
export const Toolbar = memo(function Toolbar({ uri, roadmaps }: Props): VNode {
  const { dispatch } = useView();
  return (
    <div class="toolbar" role="group" aria-label={l10n.t('Actions')}>
      <RoadmapSelect uri={uri} roadmaps={roadmaps} />
      <button type="button" class="secondary" onClick={() => dispatch({ type: 'command', command: 'addTask' })}>
        {l10n.t('Add task')}
      </button>
      <button type="button" class="secondary" onClick={() => dispatch({ type: 'command', command: 'refresh' })}>
        {l10n.t('Refresh')}
      </button>
      <Menu label={l10n.t({ message: 'Export', comment: 'A button that shows the formats' })}>
        {(close) => (
          <ul class="items">
            {exportFormats.map((format) => (
              <li key={format}>
                <button
                  type="button"
                  class="item"
                  onClick={() => {
                    close();
                    dispatch({ type: 'export', format });
                  }}
                >
                  {formatTitle(format)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Menu>
    </div>
  );
});

/** What a format is called. */
export function formatTitle(format: ExportFormat): string {
  return formats[format]();
}

const formats: Readonly<Record<ExportFormat, () => string>> = {
  md: () => l10n.t({ message: 'Markdown', comment: 'A format to export in' }),
  html: () => l10n.t({ message: 'Web page', comment: 'A format to export in: HTML' }),
  json: () => l10n.t({ message: 'Data (JSON)', comment: 'A format to export in' }),
  csv: () => l10n.t({ message: 'Table (CSV)', comment: 'A format to export in' }),
  svg: () => l10n.t({ message: 'Picture (SVG)', comment: 'A format to export in' }),
};
