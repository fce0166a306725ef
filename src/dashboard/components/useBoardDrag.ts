import { useRef } from 'preact/hooks';
import type { Status } from '../../core/model/roadmap.js';
import { cardOf, columnOf } from './boardKeys.js';

/** Of our own, so that no other part of VS Code takes a card for something to open. */
const kind = 'application/vnd.roadmap-lens.task';

interface DragHandlers {
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: (event: DragEvent) => void;
}

/** Moves cards between columns by the browser's own dragging. The column below the pointer shows itself by a class. */
export function useBoardDrag(move: (id: string, status: Status) => void): DragHandlers {
  const dragged = useRef<string | undefined>(undefined);
  const marked = useRef<Element | undefined>(undefined);
  const mark = (column: Element | undefined): void => {
    if (marked.current === column) return;
    marked.current?.classList.remove('target');
    column?.classList.add('target');
    marked.current = column;
  };
  return {
    onDragStart: (event) => {
      const card = cardOf(event.target);
      if (!card || !event.dataTransfer) return;
      dragged.current = card.id;
      event.dataTransfer.setData(kind, card.id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event) => {
      if (dragged.current === undefined || !columnOf(event.target)) return;
      // This is what makes it a place to drop on.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
      mark((event.target as Element).closest('[data-status]') ?? undefined);
    },
    onDragLeave: (event) => {
      if (!(event.relatedTarget instanceof Node) || !marked.current?.contains(event.relatedTarget)) mark(undefined);
    },
    onDrop: (event) => {
      const [id, status] = [dragged.current, columnOf(event.target)];
      dragged.current = undefined;
      mark(undefined);
      if (id === undefined || !status) return;
      event.preventDefault();
      move(id, status);
    },
    onDragEnd: () => {
      dragged.current = undefined;
      mark(undefined);
    },
  };
}
