import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { shortHash } from '../../core/views/ages.js';
import type { Activity as ActivityData, ActivityItem } from '../../core/views/dashboard/dashboard.js';
import { Age } from './age.js';
import { clip, Clipped } from './clipped.js';
import { withKeys } from './withKeys.js';
import { inParts } from './inParts.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { Open } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { Sign } from './sign.js';
import { useView } from './view.js';

interface Props {
  readonly activity: ActivityData;
  readonly filtered: boolean;
  /** What a task is called. */
  readonly titleOf: (id: string) => string | undefined;
  readonly lineOf: (id: string) => number | undefined;
}

/** What was done of late, by task: commits, changes of the plan, and the TODOs that are left in the code. */
export const Activity = memo(function Activity({ activity, filtered, titleOf, lineOf }: Props): VNode {
  const { standalone } = useView();
  const { state, reason, items, todos } = activity;
  return (
    <Section name="activity" title={l10n.t('Activity')}>
      {state === 'loading' && <p class="empty">{clip(reason ?? l10n.t('The history is being read…'))}</p>}
      {state === 'unavailable' && <p class="empty">{clip(reason ?? l10n.t('There is no history of this roadmap.'))}</p>}
      {state === 'ready' && reason !== undefined && <p class="detail">{clip(reason)}</p>}
      {state === 'ready' &&
        items.length === 0 &&
        (filtered ? <NothingMatches /> : <p class="empty">{l10n.t('Nothing was done for a task of late.')}</p>)}
      <Paged items={items} size={10}>
        {(shown) => (
          <ul class="rows activity">
            {withKeys(shown, ({ hash, kind, task }) => `${hash} ${kind} ${task?.id ?? ''}`).map(([key, item]) => (
              <Done key={key} item={item} lineOf={lineOf} />
            ))}
          </ul>
        )}
      </Paged>
      {todos.length > 0 && (
        <>
          <h3>{l10n.t({ message: 'TODOs in the code', comment: 'Heading of a list' })}</h3>
          <Paged items={todos} size={10} part="todos">
            {(shown) => (
              <ul class="rows todos">
                {withKeys(
                  inParts(shown, ({ task }) => task),
                  ({ part }) => part,
                ).map(([key, { part: task, members: own }]) => (
                  <li key={key}>
                    <Open target={{ kind: 'task', id: task }} line={lineOf(task)}>
                      <Clipped text={titleOf(task) ?? task} />
                    </Open>
                    <ul class="bullets">
                      {withKeys(own, ({ path, text }) => `${path} ${text}`).map(([todo, { text, path, line }]) => (
                        <li key={todo}>
                          <Open target={{ kind: 'line', path, line }}>
                            <Clipped text={text} />
                          </Open>
                          {/* A page without script has the place beside the text already. */}
                          {!standalone && (
                            <span class="place">
                              {' '}
                              <Clipped text={`${path}:${line + 1}`} />
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            )}
          </Paged>
        </>
      )}
    </Section>
  );
});

const kinds: Readonly<Record<Exclude<ActivityItem['kind'], 'commit'>, () => string>> = {
  added: () => l10n.t({ message: 'added', comment: 'What was done to a task' }),
  removed: () => l10n.t({ message: 'removed', comment: 'What was done to a task' }),
  started: () => l10n.t({ message: 'started', comment: 'What was done to a task' }),
  finished: () => l10n.t({ message: 'finished', comment: 'What was done to a task' }),
  reopened: () => l10n.t({ message: 'reopened', comment: 'What was done to a task' }),
  cancelled: () => l10n.t({ message: 'cancelled', comment: 'What was done to a task' }),
  moved: () => l10n.t({ message: 'moved', comment: 'What was done to a task' }),
  retitled: () => l10n.t({ message: 'retitled', comment: 'What was done to a task' }),
};

function Done({ item, lineOf }: { readonly item: ActivityItem } & Pick<Props, 'lineOf'>): VNode {
  const { kind, hash, time, author, text, task } = item;
  return (
    <li class="done-item" data-kind={kind}>
      <Sign name={kind === 'commit' ? 'commit' : 'change'} />
      <div>
        <Open target={{ kind: 'commit', hash }}>
          <Clipped text={text} />
        </Open>
        <span class="note">
          {kind !== 'commit' && `${kinds[kind]()} · `}
          {task && task.title !== text && (
            <>
              <Open target={{ kind: 'task', id: task.id }} line={lineOf(task.id)}>
                <Clipped text={task.title} />
              </Open>
              {' · '}
            </>
          )}
          <Clipped text={author} />
          {' · '}
          <Age time={time} />
          {' · '}
          <code>{shortHash(hash)}</code>
        </span>
      </div>
    </li>
  );
}
