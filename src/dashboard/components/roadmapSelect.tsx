import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { RoadmapChoice } from '../messages.js';
import { clip } from './clipped.js';
import { useView } from './view.js';

interface Props {
  /** Of the one that is shown. */
  readonly uri: string;
  readonly roadmaps: readonly RoadmapChoice[];
}

/** Shows another roadmap of the workspace, where there are several. */
export function RoadmapSelect({ uri, roadmaps }: Props): VNode | null {
  const { dispatch } = useView();
  if (roadmaps.length < 2) return null;
  return (
    <select
      class="roadmaps"
      aria-label={l10n.t('Roadmap')}
      value={uri}
      onChange={(event) => dispatch({ type: 'show', uri: event.currentTarget.value })}
    >
      {roadmaps.map((roadmap) => (
        <option key={roadmap.uri} value={roadmap.uri}>
          {clip(roadmap.title)}
        </option>
      ))}
    </select>
  );
}
