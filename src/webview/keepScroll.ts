import type { PanelModel } from './panelModel.js';

/** Milliseconds after which a place that was scrolled to is kept. */
const delay = 200;

/** Keeps how far the page is scrolled, and goes back there once there is something to scroll. */
export function keepScroll(model: PanelModel): { readonly restore: () => void } {
  let wanted: number | undefined = model.memory.scroll;
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => model.keep({ scroll: window.scrollY }), delay);
    },
    { passive: true },
  );
  return {
    restore() {
      if (wanted === undefined) return;
      const to = wanted;
      wanted = undefined;
      if (to > 0) requestAnimationFrame(() => window.scrollTo({ top: to, behavior: 'instant' }));
    },
  };
}
