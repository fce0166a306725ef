import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { clip } from './clipped.js';
import { hide, showBeside } from './floating.js';
import { useView } from './view.js';

interface Props {
  /** In whole sentences, how the figure came about. */
  readonly explain: string;
  readonly children: ComponentChildren;
  /** What a click does beside showing the explanation. */
  readonly onClick?: () => void;
}

/**
 * A figure that says how it came about while the pointer or the focus is on it. The Escape key closes the explanation; the pointer
 * can move onto it. A page without script does the same by its styles.
 */
export function Explained({ explain, children, onClick }: Props): VNode {
  const { standalone } = useView();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const { open, close, closeSoon } = useMemo(() => tipOf(button, tip), []);
  useEffect(() => close, [close]);

  if (standalone) {
    return (
      <span class="explained">
        <span class="figure" tabIndex={0} role="note" aria-describedby={id}>
          {children}
        </span>
        <span class="tip" role="tooltip" id={id}>
          {clip(explain)}
        </span>
      </span>
    );
  }
  return (
    <span class="explained" onMouseEnter={open} onMouseLeave={closeSoon} onFocusIn={open} onFocusOut={close}>
      <button ref={button} type="button" class="figure" aria-describedby={id} onClick={onClick ?? open}>
        {children}
      </button>
      <span ref={tip} class="tip" role="tooltip" id={id} popover="manual">
        {clip(explain)}
      </span>
    </span>
  );
}

interface Tip {
  readonly open: () => void;
  readonly close: () => void;
  readonly closeSoon: () => void;
}

/** Milliseconds in which the pointer can get from a figure to its explanation. */
const grace = 150;

/** Shows and hides an explanation. It listens to the window only while that is shown, and must be closed when it goes away. */
function tipOf(button: RefObject<HTMLElement | null>, tip: RefObject<HTMLElement | null>): Tip {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(timer);
    window.removeEventListener('scroll', close, true);
    window.removeEventListener('keydown', closeByKey, true);
    if (tip.current) hide(tip.current);
  };
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return {
    open() {
      clearTimeout(timer);
      if (!button.current || !tip.current || tip.current.matches(':popover-open')) return;
      showBeside(button.current, tip.current);
      window.addEventListener('scroll', close, true);
      window.addEventListener('keydown', closeByKey, true);
    },
    close,
    closeSoon() {
      clearTimeout(timer);
      timer = setTimeout(close, grace);
    },
  };
}
