import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Status } from '../../core/model/roadmap.js';
import type { TaskItem } from '../../core/views/dashboard/dashboard.js';
import { statusTitle } from '../../core/views/words.js';
import { formatNumber } from '../format.js';
import { ShowMore } from './paged.js';
import { StatusIcon } from './statusIcon.js';
import { TaskCard } from './taskCard.js';
import { useNewRowsFocus } from './useNewRowsFocus.js';
import { useSectionName, useView } from './view.js';

/**
 * Cards of a column that are drawn at first, and how many more each time: twice as many as are in sight. Those of a thousand tasks
 * come back at once when a filter is cleared.
 */
export const columnPage = 20;

interface Props {
  readonly status: Status;
  readonly tasks: readonly TaskItem[];
  /** How many cards are drawn; the one that the Tab key leads to and pending ones always are. */
  readonly limit: number;
  readonly pending: ReadonlyMap<string, Status>;
  readonly reachable: string | undefined;
  readonly helpId: string;
  /** Whether its cards are shown: what is cancelled can be folded. */
  readonly open: boolean;
  readonly onMore: () => void;
  readonly onFold: (folded: boolean) => void;
}

/** The tasks of one status. What is cancelled is folded until somebody wants to see it, or moves a card there. */
export function BoardColumn(props: Props): VNode {
  const { status, tasks, limit, pending, reachable, helpId, open, onMore, onFold } = props;
  const { locale, standalone } = useView();
  const id = useId();
  const named = useSectionName(id);
  const pressed = useNewRowsFocus();
  const shown = tasks.filter(
    (task, index) => index < limit || task.id === reachable || (pending.size > 0 && pending.has(task.id)),
  );
  const title = (
    <>
      <StatusIcon status={status} silent />
      {statusTitle(status)} <span class="count">{formatNumber(locale, tasks.length)}</span>
    </>
  );
  return (
    <section class={open ? 'column' : 'column folded'} data-status={status} aria-labelledby={named}>
      <h3 id={id}>
        {status === 'cancelled' && !standalone ? (
          <button type="button" class="fold" aria-expanded={open} onClick={() => onFold(open)}>
            {title}
          </button>
        ) : (
          title
        )}
      </h3>
      {open && tasks.length === 0 && <p class="empty">{l10n.t({ message: 'None', comment: 'Of tasks' })}</p>}
      {open && tasks.length > 0 && (
        <ul class="cards">
          {shown.map((task) => (
            <TaskCard
              key={task.id}
              task={task}
              status={status}
              pending={pending.has(task.id)}
              reachable={task.id === reachable}
              helpId={helpId}
            />
          ))}
        </ul>
      )}
      {open && shown.length < tasks.length && (
        <ShowMore
          left={tasks.length - shown.length}
          size={columnPage}
          onClick={(button) => {
            pressed(button);
            onMore();
          }}
        />
      )}
    </section>
  );
}
