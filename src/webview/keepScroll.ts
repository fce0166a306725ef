import type { PanelModel } from './panelModel.js';

/** Milliseconds after which a place that was scrolled to is kept. */
const delay = 200;

/**
 * Keeps how far the page is scrolled, and goes back there as soon as there is so much to scroll: sections fill in. Another roadmap
 * begins at its top.
 */
export function keepScroll(model: PanelModel): { readonly restore: (uri: string) => void } {
  let shown: string | undefined;
  let wanted: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      if (wanted === undefined) timer = setTimeout(() => model.keep({ scroll: window.scrollY }), delay);
    },
    { passive: true },
  );
  // The person wants to be elsewhere.
  for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
    window.addEventListener(type, () => (wanted = undefined), { passive: true, capture: true });
  }
  const go = (): void => {
    if (wanted === undefined) return;
    window.scrollTo({ top: wanted, behavior: 'instant' });
    if (Math.abs(window.scrollY - wanted) < 1) wanted = undefined;
  };
  return {
    restore(uri) {
      if (uri !== shown) {
        clearTimeout(timer);
        wanted = shown === undefined && model.memory.scroll === 0 ? undefined : model.memory.scroll;
        shown = uri;
      }
      if (wanted !== undefined) requestAnimationFrame(go);
    },
  };
}
