import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { Sign } from './sign.js';

const mostZoom = 32;

/** A zoom that can be drawn: a power of two from 1, whatever was kept. */
export function clampZoom(zoom: number): number {
  return 2 ** Math.round(Math.log2(Math.min(mostZoom, Math.max(1, zoom))));
}

interface Props {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

/** Makes the timeline wider, narrower, or as wide as its window. */
export function ZoomButtons({ zoom, onZoom }: Props): VNode {
  return (
    <div class="zoom" role="group" aria-label={l10n.t('Zoom of the timeline')}>
      <button
        type="button"
        class="icon-button"
        aria-label={l10n.t('Zoom out')}
        aria-disabled={zoom <= 1}
        onClick={() => onZoom(zoom / 2)}
      >
        <Sign name="minus" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={l10n.t('Zoom in')}
        aria-disabled={zoom >= mostZoom}
        onClick={() => onZoom(zoom * 2)}
      >
        <Sign name="plus" />
      </button>
      <button type="button" class="secondary" aria-disabled={zoom === 1} onClick={() => onZoom(1)}>
        {l10n.t({ message: 'Fit', comment: 'A button: makes the timeline as wide as its window' })}
      </button>
    </div>
  );
}
