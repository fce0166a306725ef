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
import { useLimits } from './useLimits.js';
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
export const Board = memo(function Board(props: BoardProps): VNode {
  return (
    <Section name="board" title={l10n.t('Board')} wide>
      <Columns {...props} />
    </Section>
  );
});

function Columns({ tasks, pending, onMove }: BoardProps): VNode {
  const { standalone, dispatch, kept, keep } = useView();
  const helpId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const [cancelledOpen, setCancelledOpen] = useState(() => standalone || kept().cancelled);
  const { limitOf, raise } = useLimits(columnPage);
  const columns = useMemo(() => columnsOf(tasks, pending), [tasks, pending]);
  const open = statuses.filter((status) => cancelledOpen || status !== 'cancelled');
  const reachable = open.some((status) => columns[status].some(({ id }) => id === active))
    ? active
    : open.map((status) => columns[status][0]?.id).find((id) => id !== undefined);
  const { onFocusIn } = useBoardFocus(root, setActive);

  const foldCancelled = (folded: boolean): void => {
    setCancelledOpen(!folded);
    keep({ cancelled: !folded });
  };
  /** Whether the task is moved now: not where it is on its way already. */
  const move = (id: string, status: Status | undefined): boolean => {
    const task = tasks.find((each) => each.id === id);
    if (!task || !status || pending.has(id) || task.status === status) return false;
    setActive(id);
    // Who moves a card sees where it goes.
    if (status === 'cancelled') setCancelledOpen(true);
    onMove(task, status);
    return true;
  };
  const drag = useBoardDrag(move);

  const onClick = (event: MouseEvent): void => {
    const card = cardOf(event.target);
    if (card && (event.target as Element).closest('[data-control=open]')) {
      dispatch({ type: 'open', target: { kind: 'task', id: card.id } });
    }
  };
  const onChange = (event: Event): void => {
    const { target } = event;
    const card = cardOf(target);
    if (!card || !(target instanceof HTMLSelectElement)) return;
    const moved = move(
      card.id,
      statuses.find((status) => status === target.value),
    );
    // The list says where the card stands.
    if (!moved) target.value = card.status;
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
    <>
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
            limit={standalone ? Infinity : limitOf(status)}
            open={open.includes(status)}
            pending={pending}
            reachable={columns[status].some((task) => task.id === reachable) ? reachable : undefined}
            helpId={helpId}
            onMore={() => raise(status)}
            onFold={foldCancelled}
          />
        ))}
      </div>
    </>
  );
}

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
