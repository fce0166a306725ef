import { statuses, type Status } from '../../core/model/roadmap.js';

/** A card of the board as it is drawn. */
export interface DrawnCard {
  readonly element: HTMLElement;
  readonly id: string;
  readonly status: Status;
}

/** The card that an event happened in. */
export function cardOf(target: EventTarget | null): DrawnCard | undefined {
  if (!(target instanceof Element)) return undefined;
  const element = target.closest<HTMLElement>('[data-id]');
  const id = element?.dataset['id'];
  const status = columnOf(element);
  return element && id !== undefined && status ? { element, id, status } : undefined;
}

/** The status of the column that an element stands in. */
export function columnOf(target: EventTarget | null): Status | undefined {
  if (!(target instanceof Element)) return undefined;
  const written = target.closest<HTMLElement>('[data-status]')?.dataset['status'];
  return statuses.find((status) => status === written);
}

/** The status one column to the right (1) or left (-1); cancelled is reached by the list of a card alone. */
export function neighbourStatus(status: Status, step: 1 | -1): Status | undefined {
  const next = statuses[statuses.indexOf(status) + step];
  return next === 'cancelled' ? undefined : next;
}

/** The card that an arrow key, Home or End leads to: in the same column, or as high as it in the next one that has any. */
export function neighbour(board: Element, from: HTMLElement, key: string): HTMLElement | undefined {
  const columns = [...board.querySelectorAll('[data-status]')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('[data-id]'),
  ]);
  const at = columns.findIndex((cards) => cards.includes(from));
  const cards = columns[at];
  if (!cards) return undefined;
  const index = cards.indexOf(from);
  switch (key) {
    case 'ArrowUp':
      return cards[index - 1];
    case 'ArrowDown':
      return cards[index + 1];
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const others = key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse();
      const next = others.find((each) => each.length > 0);
      return next?.[Math.min(index, next.length - 1)];
    }
    default:
      return undefined;
  }
}
