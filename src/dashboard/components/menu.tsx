import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { hide, showBeside } from './floating.js';

interface Props {
  readonly label: string;
  readonly className?: string;
  /** Drawn while it is open. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that shows something below it. The browser closes that by Escape or a click elsewhere, and gives the focus back. */
export function Menu({ label, className, children }: Props): VNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    // Only now it has its size; until it is placed its styles keep it out of sight.
    if (open && button.current && popover.current) showBeside(button.current, popover.current);
  }, [open]);
  const close = (): void => {
    if (popover.current) hide(popover.current);
  };
  return (
    <span
      class="menu"
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <button ref={button} type="button" class={className ?? 'secondary'} aria-expanded={open} popovertarget={id}>
        {label}
        <svg class="chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m8 10.6-4.3-4.3.7-.7L8 9.2l3.6-3.6.7.7z" />
        </svg>
      </button>
      <div
        ref={popover}
        id={id}
        class={open ? 'popup placed' : 'popup'}
        popover="auto"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(close)}
      </div>
    </span>
  );
}
