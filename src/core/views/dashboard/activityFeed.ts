import * as l10n from '@vscode/l10n';
import { linksOf } from '../../links/links.js';
import type { PlanChange } from '../../model/planHistory.js';
import { tasksOf } from '../../model/roadmap.js';
import { placeTodo } from '../activity.js';
import { sayChange } from '../planChangeWords.js';
import type { Activity, ActivityItem } from './dashboard.js';
import { historyState, sayNoHistory, sayProblems, type Known } from './historyState.js';
import { mostActivity, mostTodos } from './limits.js';
import { remembered, type Subject } from './subject.js';

/** So many changes of one kind by one version are told one by one: a new part of a plan may bring hundreds. */
const mostAlike = 5;

/** What was done of late: commits of the roadmap's tasks, and what its versions did to them; and the TODOs that are left. */
export function activityFeed(subject: Subject): Activity {
  return { ...feedState(subject), ...done(subject), ...todos(subject) };
}

/** Commits and versions come from the same repository: what is missing of either is missing here. */
function feedState(subject: Subject): Known {
  const { state, reason } = commitState(subject);
  const versions = historyState(subject);
  if (state === 'unavailable') return { state, reason: sayNoHistory() };
  const worst = [state, versions.state].includes('loading') ? 'loading' : state;
  const reasons = [
    ...new Set(
      [reason, versions.state === 'unavailable' ? sayNoHistory() : versions.reason].filter(
        (each) => each !== undefined,
      ),
    ),
  ];
  return { state: worst, ...(reasons.length > 0 ? { reason: reasons.join(' ') } : {}) };
}

/** What is known of the commits of the roadmap's folder. */
export function commitState({ snapshot, file }: Subject): Known {
  const found = snapshot.histories.find(({ uri }) => uri === file.folder.uri);
  if (!found || found.state === 'loading') return { state: 'loading', reason: l10n.t('The commits are being read.') };
  const { state, problems } = found;
  return {
    state,
    ...(state === 'unavailable' || problems.length > 0 ? { reason: sayProblems(problems, file.folder) } : {}),
  };
}

const madeItems = remembered<Pick<Activity, 'items' | 'total'>>();

function done(subject: Subject): Pick<Activity, 'items' | 'total'> {
  const { snapshot, file, roadmap, history } = subject;
  const links = linksOf(snapshot);
  return madeItems([roadmap, links, history?.changes, history?.points], () => {
    const commits = [...tasksOf(roadmap)].flatMap((task) =>
      links.activityOf(file.uri, task.id).commits.map(({ commit }): ActivityItem => ({
        kind: 'commit',
        hash: commit.hash,
        time: commit.time,
        author: commit.author,
        text: commit.subject,
        task: { id: task.id, title: task.title },
      })),
    );
    // What the plan began with is no change of it.
    const first = history?.points[0]?.hash;
    const later = (history?.changes ?? []).filter(({ hash }) => hash !== first);
    const items = [...commits, ...changeItems(later)].sort((a, b) => b.time - a.time).slice(0, mostActivity);
    return { items, total: commits.length + later.length };
  });
}

/** What versions did to tasks, the newest first. */
function changeItems(changes: readonly PlanChange[]): readonly ActivityItem[] {
  const alike = new Map<string, PlanChange[]>();
  for (const change of [...changes].reverse()) {
    const key = `${change.hash} ${change.kind}`;
    const known = alike.get(key);
    if (known) known.push(change);
    else if (alike.size < mostActivity) alike.set(key, [change]);
    else break;
  }
  return [...alike.values()].flatMap((reversed) => {
    const group = reversed.reverse();
    const shown = group.length <= mostAlike + 1 ? group : group.slice(0, mostAlike);
    const [{ kind, hash, time, author }] = group as [PlanChange];
    const more = group.length - shown.length;
    return [
      ...shown.map((change): ActivityItem => ({
        kind,
        hash,
        time,
        author,
        text: sayChange(change),
        ...(kind === 'removed' ? {} : { task: { id: change.id, title: change.title } }),
      })),
      ...(more > 0 ? [{ kind, hash, time, author, text: l10n.t('{0} more tasks', more) }] : []),
    ];
  });
}

const madeTodos = remembered<Pick<Activity, 'todos' | 'todoTotal'>>();

/** The TODOs of the roadmap's tasks, in the order of these. */
function todos({ snapshot, file, roadmap }: Subject): Pick<Activity, 'todos' | 'todoTotal'> {
  const links = linksOf(snapshot);
  return madeTodos([roadmap, links, snapshot.todos.files], () => {
    const found: Activity['todos'][number][] = [];
    let todoTotal = 0;
    for (const task of tasksOf(roadmap)) {
      for (const ref of links.activityOf(file.uri, task.id).todos) {
        const placed = placeTodo(snapshot, ref);
        if (!placed || ++todoTotal > mostTodos) continue;
        const { title, range } = placed;
        found.push({ task: task.id, text: title, path: placed.file.path, line: range.start.line });
      }
    }
    return { todos: found, todoTotal };
  });
}
