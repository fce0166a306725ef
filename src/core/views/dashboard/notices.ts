import * as l10n from '@vscode/l10n';
import { commitState } from './activityFeed.js';
import type { ForecastRange, Notice } from './dashboard.js';
import { beingMade } from './forecastRange.js';
import { withoutPaths } from './folderPaths.js';
import { historyState, type Known } from './historyState.js';
import { lineOf, type Subject } from './subject.js';

/** What is missing or still being read, each said once: what is unavailable is never shown as empty. The forecast is that of the whole plan. */
export function notices(subject: Subject, { state: forecast }: Pick<ForecastRange, 'state'>): readonly Notice[] {
  const history = historyState(subject);
  const commits = commitState(subject);
  const all = [
    ...wrongReading(subject),
    ...missing(subject, [history, commits]),
    ...loading(subject, history, commits, forecast),
  ];
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
function missing({ snapshot, file }: Subject, known: readonly Known[]): Notice[] {
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
    ...known.flatMap(told),
    ...[...inFolder, ...searched].map(({ message }): Notice => ({
      kind: 'problem',
      text: withoutPaths(message, file.folder),
    })),
  ];
}

/** What will be there soon. */
function loading(
  { snapshot, file, roadmap, metrics, problems }: Subject,
  history: Known,
  commits: Known,
  forecast: ForecastRange['state'],
): Notice[] {
  const scan = snapshot.todos.scans.find(({ uri }) => uri === file.folder.uri);
  const texts = [
    ...(snapshot.loading ? [l10n.t('The roadmaps are being read.')] : []),
    ...[history, commits].flatMap(({ state, reason }) => (state === 'loading' && reason !== undefined ? [reason] : [])),
    ...(history.state === 'ready' && forecast === 'unknown' ? [beingMade()] : []),
    ...(!scan || scan.state === 'loading' ? [l10n.t('TODOs are being looked for.')] : []),
    ...(!metrics && roadmap.metrics.length > 0 ? [l10n.t('The metrics are still being read.')] : []),
    ...(problems ? [] : [l10n.t('Plan, code and history are being checked for problems.')]),
  ];
  return texts.map((text) => ({ kind: 'loading', text }));
}
