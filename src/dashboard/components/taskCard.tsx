import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { statuses, type Status } from '../../core/model/roadmap.js';
import { countCommits, countTodos } from '../../core/views/ages.js';
import type { TaskItem } from '../../core/views/dashboard/dashboard.js';
import { priorityWord, sayPriority, statusTitle } from '../../core/views/words.js';
import { formatDay } from '../format.js';
import { clip, Clipped } from './clipped.js';
import { LateMark } from './lateMark.js';
import { memo } from './memo.js';
import { Sign } from './sign.js';
import { useRoadmapPath, useView } from './view.js';

interface Props {
  readonly task: TaskItem;
  /** The column it stands in: where it is moved to, while that is pending. */
  readonly status: Status;
  /** Whether the extension has not answered yet. */
  readonly pending: boolean;
  /** The one card of the board that the Tab key leads to. */
  readonly reachable: boolean;
  /** The element that tells of the keys. */
  readonly helpId: string;
}

/**
 * A task on the board. Its events are handled by the board, since there are many cards: the title opens its line, the list moves it,
 * and so does dragging.
 */
export const TaskCard = memo(function TaskCard({ task, status, pending, reachable, helpId }: Props): VNode {
  const { standalone } = useView();
  const path = useRoadmapPath();
  const title = clip(task.title);
  const tabIndex = reachable ? 0 : -1;
  const whyId = useId();
  return (
    <li
      class={pending ? 'card pending' : 'card'}
      data-id={task.id}
      draggable={standalone ? undefined : true}
      aria-busy={pending ? true : undefined}
    >
      {standalone ? (
        <>
          <bdi>{title}</bdi>
          <span class="place"> {clip(`${path}:${task.line + 1}`)}</span>
        </>
      ) : (
        <button
          type="button"
          class="link card-title"
          data-control="open"
          tabIndex={tabIndex}
          aria-describedby={task.late ? `${helpId} ${whyId}` : helpId}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
        >
          <bdi>{title}</bdi>
        </button>
      )}
      <Facts task={task} />
      {task.late && !standalone && (
        <p class="late-why" id={whyId}>
          {clip(task.late.explain)}
        </p>
      )}
      {!standalone && (
        <span class="move">
          <Sign name="down" />
          <select
            data-control="move"
            tabIndex={tabIndex}
            aria-disabled={pending ? true : undefined}
            value={status}
            aria-label={l10n.t({ message: 'Status of {0}', args: [title], comment: '{0} is the title of a task' })}
          >
            {statuses.map((each) => (
              <option key={each} value={each}>
                {statusTitle(each)}
              </option>
            ))}
          </select>
        </span>
      )}
    </li>
  );
});

/** What else is known of a task, in one line. */
function Facts({ task }: { readonly task: TaskItem }): VNode | null {
  const { locale } = useView();
  const { place, priority, owners, labels, effort, late, end, todos, commits } = task;
  const facts = [
    place.at(-1),
    !late && end !== undefined
      ? l10n.t({
          message: 'due {0}',
          args: [formatDay(locale, end)],
          comment: '{0} is the date by which a task is to be done',
        })
      : undefined,
    effort,
    ...owners,
    ...labels.map((label) => (label.startsWith('#') ? label : `#${label}`)),
    todos > 0 ? countTodos(todos) : undefined,
    commits > 0 ? countCommits(commits) : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <p class="facts-line">
      {(priority === 'critical' || priority === 'high') && (
        <span class="priority" role="img" aria-label={sayPriority(priority)}>
          <Sign name={priority === 'critical' ? 'upTwice' : 'up'} tone="error" />
          {priorityWord(priority)}
        </span>
      )}
      <LateMark late={late} plain />
      {facts.map((fact, index) => (
        <span key={index} class="fact">
          <Clipped text={fact} />
        </span>
      ))}
    </p>
  );
}
