import * as l10n from '@vscode/l10n';
import { commitState } from './activityFeed.js';
import type { Notice } from './dashboard.js';
import { beingMade, forecastRange } from './forecastRange.js';
import { withoutPaths } from './folderPaths.js';
import { historyState, type Known } from './historyState.js';
import { lineOf, type Subject } from './subject.js';

/** What is missing or still being read, each said once: what is unavailable is never shown as empty. */
export function notices(subject: Subject): readonly Notice[] {
  const all = [...wrongReading(subject), ...missing(subject), ...loading(subject)];
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** Where the roadmap itself could not be read as a whole. */
function wrongReading(subject: Subject): Notice[] {
  const { file } = subject;
  return file.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, span }) => ({
      kind: 'problem',
      text: message,
      target: { kind: 'line', path: file.path, line: span ? lineOf(subject, span) : 0 },
    }));
}

/** What cannot be had, or not all of it. */
function missing(subject: Subject): Notice[] {
  const { snapshot, file } = subject;
  const told = ({ state, reason }: Known): Notice[] =>
    reason === undefined || state === 'loading'
      ? []
      : [{ kind: state === 'unavailable' ? 'unavailable' : 'problem', text: reason }];
  const { folderProblems, todos } = snapshot;
  const inFolder = folderProblems
    .filter(({ uri }) => uri === file.folder.uri)
    .flatMap(({ problems }) => problems.slice(0, 1));
  const searched = todos.scans
    .filter(({ uri, state }) => uri === file.folder.uri && state === 'partial')
    .flatMap(({ problems }) => problems.slice(0, 1));
  return [
    ...told(historyState(subject)),
    ...told(commitState(subject)),
    ...[...inFolder, ...searched].map(({ message }): Notice => ({
      kind: 'problem',
      text: withoutPaths(message, file.folder),
    })),
  ];
}

/** What will be there soon. */
function loading(subject: Subject): Notice[] {
  const { snapshot, file, roadmap, metrics, problems } = subject;
  const scan = snapshot.todos.scans.find(({ uri }) => uri === file.folder.uri);
  const history = historyState(subject);
  const commits = commitState(subject);
  const forecast = forecastRange(subject, roadmap);
  const texts = [
    ...(snapshot.loading ? [l10n.t('The roadmaps are being read.')] : []),
    ...[history, commits].flatMap(({ state, reason }) => (state === 'loading' && reason !== undefined ? [reason] : [])),
    ...(history.state === 'ready' && forecast.state === 'unknown' ? [beingMade()] : []),
    ...(!scan || scan.state === 'loading' ? [l10n.t('TODOs are being looked for.')] : []),
    ...(!metrics && roadmap.metrics.length > 0 ? [l10n.t('The metrics are still being read.')] : []),
    ...(problems ? [] : [l10n.t('Plan, code and history are being checked for problems.')]),
  ];
  return texts.map((text) => ({ kind: 'loading', text }));
}
