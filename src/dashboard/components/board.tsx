import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { statuses, type Status } from '../../core/model/roadmap.js';
import type { TaskItem } from '../../core/views/dashboard/dashboard.js';
import { BoardColumn, columnPage } from './boardColumn.js';
import { cardOf, neighbour, neighbourStatus } from './boardKeys.js';
import { memo } from './memo.js';
import { Section } from './section.js';
import { useBoardDrag } from './useBoardDrag.js';
import { useBoardFocus } from './useBoardFocus.js';
import { useView } from './view.js';

export interface BoardProps {
  readonly tasks: readonly TaskItem[];
  /** Tasks that are being moved, with where to. */
  readonly pending: ReadonlyMap<string, Status>;
  readonly onMove: (task: TaskItem, status: Status) => void;
}

/**
 * The tasks that are counted, by status. A card moves by dragging it, by Alt and an arrow key, or by the list it holds; it shows itself
 * in its new column at once, as pending until the extension has answered.
 */
export const Board = memo(function Board({ tasks, pending, onMove }: BoardProps): VNode {
  const { standalone, dispatch } = useView();
  const helpId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [limits, setLimits] = useState<Partial<Record<Status, number>>>({});
  const [active, setActive] = useState<string>();
  const columns = useMemo(() => columnsOf(tasks, pending), [tasks, pending]);
  const byId = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const reachable = active !== undefined && byId.get(active)?.leaf ? active : firstOf(columns);
  const { onFocusIn } = useBoardFocus(root, setActive);

  const move = (id: string, status: Status | undefined): void => {
    const task = byId.get(id);
    if (!task || !status || pending.has(id) || task.status === status) return;
    setActive(id);
    onMove(task, status);
  };
  const drag = useBoardDrag(move);

  const onClick = (event: MouseEvent): void => {
    const card = cardOf(event.target);
    if (card && (event.target as Element).closest('[data-control=open]')) {
      dispatch({ type: 'open', target: { kind: 'task', id: card.id } });
    }
  };
  const onChange = (event: Event): void => {
    const card = cardOf(event.target);
    if (!card || !(event.target instanceof HTMLSelectElement)) return;
    move(
      card.id,
      statuses.find((status) => status === (event.target as HTMLSelectElement).value),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const card = cardOf(event.target);
    if (!card || !root.current || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey) {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      take(event);
      move(card.id, neighbourStatus(card.status, event.key === 'ArrowRight' ? 1 : -1));
      return;
    }
    // In a list of choices the arrow keys choose.
    if (event.target instanceof HTMLSelectElement) return;
    const next = neighbour(root.current, card.element, event.key);
    if (!next) return;
    take(event);
    next.querySelector<HTMLElement>('[data-control=open]')?.focus();
  };

  return (
    <Section name="board" title={l10n.t('Board')} wide>
      {!standalone && (
        <p id={helpId} class="hidden">
          {l10n.t(
            'Arrow keys go to other cards, Alt with the left or right arrow key moves the card to another status.',
          )}
        </p>
      )}
      <div
        class={standalone ? 'board whole' : 'board'}
        ref={root}
        onClick={onClick}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onFocusIn={onFocusIn}
        {...drag}
      >
        {statuses.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            tasks={columns[status]}
            limit={standalone ? Infinity : (limits[status] ?? columnPage)}
            pending={pending}
            reachable={columns[status].some((task) => task.id === reachable) ? reachable : undefined}
            helpId={helpId}
            onMore={() => setLimits({ ...limits, [status]: (limits[status] ?? columnPage) + columnPage })}
          />
        ))}
      </div>
    </Section>
  );
});

/** VS Code hears of what gets out of the page, and would go back in its history with Alt and the left arrow key. */
function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The leaves by where they stand, or are about to. */
function columnsOf(
  tasks: readonly TaskItem[],
  pending: ReadonlyMap<string, Status>,
): Readonly<Record<Status, readonly TaskItem[]>> {
  const columns: Record<Status, TaskItem[]> = { todo: [], doing: [], blocked: [], done: [], cancelled: [] };
  for (const task of tasks) if (task.leaf) columns[pending.get(task.id) ?? task.status].push(task);
  return columns;
}

function firstOf(columns: Readonly<Record<Status, readonly TaskItem[]>>): string | undefined {
  return statuses.map((status) => columns[status][0]?.id).find((id) => id !== undefined);
}
