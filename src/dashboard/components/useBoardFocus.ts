import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { cardOf } from './boardKeys.js';

/** What in the board had the focus last. */
interface Held {
  readonly element: Element;
  readonly id: string;
  readonly control: string;
  /** Of its card, among all. */
  readonly index: number;
}

/**
 * Keeps the focus on a card that is drawn anew in another column, and on the one that takes its place where it is gone. Only where the
 * board has lost it: it is never taken from elsewhere.
 */
export function useBoardFocus(
  root: RefObject<HTMLElement | null>,
  setActive: (id: string) => void,
): { readonly onFocusIn: (event: FocusEvent) => void } {
  const held = useRef<Held | undefined>(undefined);
  useLayoutEffect(() => {
    const board = root.current;
    const was = held.current;
    if (!board || !was || was.element.isConnected) return;
    held.current = undefined;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    const cards = [...board.querySelectorAll<HTMLElement>('[data-id]')];
    const card = cards.find(({ dataset }) => dataset['id'] === was.id) ?? cards[Math.min(was.index, cards.length - 1)];
    card?.querySelector<HTMLElement>(`[data-control=${was.control}]`)?.focus();
  });
  return {
    onFocusIn: ({ target }) => {
      const card = cardOf(target);
      if (!card || !(target instanceof HTMLElement)) {
        held.current = undefined;
        return;
      }
      const cards = [...(root.current?.querySelectorAll('[data-id]') ?? [])];
      const control = target.dataset['control'] ?? 'open';
      held.current = { element: target, id: card.id, control, index: cards.indexOf(card.element) };
      setActive(card.id);
    },
  };
}
