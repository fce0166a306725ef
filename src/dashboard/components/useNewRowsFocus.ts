import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusablesIn } from './focusable.js';

/** The list below which the button stood that was pressed, as it was then. */
interface Pressed {
  readonly button: HTMLElement;
  readonly list: HTMLElement;
  readonly controls: ReadonlySet<HTMLElement>;
}

/**
 * Takes the focus to the first of the new rows where the button that showed them goes away with it, or to the last thing before it
 * where the rows have nothing to focus. Returns what is to be told of the button when it is pressed.
 */
export function useNewRowsFocus(): (button: HTMLElement) => void {
  const pressed = useRef<Pressed | undefined>(undefined);
  useLayoutEffect(() => {
    const was = pressed.current;
    pressed.current = undefined;
    if (!was || was.button.isConnected) return;
    const controls = focusablesIn(was.list);
    (controls.find((each) => !was.controls.has(each)) ?? controls.at(-1))?.focus();
  });
  return (button) => {
    const list = button.parentElement;
    if (list) pressed.current = { button, list, controls: new Set(focusablesIn(list)) };
  };
}
