import type { PlanHistory } from '../../src/core/model/planHistory.js';
import type { Snapshot } from '../../src/core/model/snapshot.js';
import { planForecast } from '../../src/core/views/planForecast.js';
import type { DashboardOptions } from '../../src/core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';
import { renderPage } from '../../src/dashboard/export/renderPage.js';
import { renderPicture } from '../../src/dashboard/export/renderPicture.js';
import { noHistory } from '../../src/workspace/planHistoryIndexer.js';
import { dedent, fileOf } from './check.js';
import { dashboardIn } from './dashboards.js';
import { historyOf, now, today } from './measured.js';
import type { Said } from './pseudoShown.js';
import { plan as library } from './ukrainian.js';
import { snapshotOf } from './views.js';

/** A plan of which something is in progress, and little is said. */
const small = (done: number) =>
  dedent(`
    # План

    ## wEEK 1: Фаза

    ${Array.from({ length: 9 }, (_, at) => `- [${at < done ? 'x' : ' '}] Крок ${at}`).join('\n    ')}
    - [/] А
    - [ ] Б
      - eFFORT: 1 dAY
    - [-] В
  `);

/** One more step is done each week. */
const weekly = Array.from({ length: 9 }, (_, done) => [(9 - done) * 7, small(done)] as const);

/** Everything that may happen to a task, and much of one kind at once. */
const changes: PlanHistory['changes'] = (
  ['added', 'removed', 'started', 'finished', 'reopened', 'cancelled', 'moved', 'retitled'] as const
).flatMap((kind, at) =>
  [undefined, 'Ж'].flatMap((from) =>
    Array.from({ length: kind === 'added' ? 9 : 1 }, (_, index) => ({
      kind,
      id: `ж-${index}`,
      title: 'Ж',
      ...(from === undefined ? {} : { from }),
      hash: `${at}`.repeat(40),
      author: 'Іда',
      time: now - at,
    })),
  ),
);

/** Dashboards in every state, as sources and as what is told of them. */
function dashboards(): readonly Dashboard[] {
  const made: Dashboard[] = [];
  const add = (text: string, parts: Partial<Snapshot> = {}, options: Partial<DashboardOptions> = {}) => {
    const file = fileOf(text);
    const snapshot = { ...snapshotOf([file]), ...parts };
    made.push(dashboardIn(snapshot, file, options));
    return { file, snapshot };
  };
  const { file } = add(library);
  const of = { uri: file.folder.uri, folder: file.folder };
  const histories: Snapshot['histories'] = [
    { ...of, state: 'ready', commits: [], total: 0, branches: [], problems: [] },
  ];
  const todos = {
    files: new Map(),
    meaning: {},
    scans: [{ ...of, state: 'complete' as const, engine: 'files', problems: [] }],
  };
  add('', { loading: true }, { metrics: undefined, problems: undefined });
  add('# А\n- [x] Б\n\n## sUCCESS mETRICS\n- А: 1\n', {}, { metrics: undefined });
  const told = (text: string, change: Partial<PlanHistory> = {}, on = today) => {
    const one = fileOf(text);
    const known = historyOf(one, weekly);
    const history = { ...known, changes: [...known.changes, ...changes], ...change };
    const snapshot = { ...snapshotOf([one]), planHistories: [history], histories, todos };
    const forecast = planForecast(snapshot, one, on);
    made.push(dashboardIn(snapshot, one, { today: on, forecast }), dashboardIn(snapshot, one, { today: on }));
  };
  told(small(8), { cutOff: true, unreadable: 1, versions: 5 });
  told(small(9).replace('wEEK 1', 'dAY 1-7'), { unreadable: 2, versions: 5 }, today + 9);
  for (const text of ['## wEEK 1\n- [ ] А\n', '**gENERATED:** 2026-11-26\n\n## wEEK 1\n- [ ] А\n- [ ] Б\n']) {
    add(text);
    add(text, { planHistories: [noHistory(file.uri, 'unavailable', [])], histories });
    add(text, { planHistories: [historyOf(fileOf(text), [[0, text]])], histories });
  }
  add('**gENERATED:** 2026-11-XX\n\n## wEEK 1\n- [ ] А\n\n**eFFORT:** 2 dAYS\n');
  const effort = (...notes: readonly string[]) =>
    `## А\n${notes.map((note, at) => `- [ ] Б${at}\n${note === '' ? '' : `  - eFFORT: ${note}\n`}`).join('')}`;
  for (const text of [effort('2 dAYS', ''), effort('2 dAYS', '3 dAYS', '', '')]) add(text);
  for (const count of [1, 2])
    add(`## А\n\n**eFFORT:** 4 dAYS\n\n${Array.from({ length: count }, (_, at) => `- [ ] Б${at}\n`).join('')}`);
  add(Array.from({ length: 20 }, (_, at) => `## А${at}\n- [ ] Б\n`).join(''));
  add(
    '# А\n\n- [ ] Б\n\n## rEVIEW\n\n**rEVIEW fREQUENCY:** щомісяця\n**lAST uPDATED:** 2026-01-01\n**nEXT rEVIEW:** 2026-02-01\n',
  );
  add('## Q3 2026\n- [ ] А\n- [ ] Б 📅 2026-11-01\n\n## rEVIEW\n\n**nEXT rEVIEW:** навесні\n');
  return made;
}

/** Everything that is said of plans in dashboards, and what an exported page or picture says beside it. */
export async function saidOfPlans(): Promise<Said> {
  const all = dashboards();
  const drawn = [await renderPage(all, { locale: 'uk', now }), renderPicture(all, 'uk')];
  return {
    shown: [...all.flatMap(textsOf), ...drawn.flatMap(textsIn)],
    // Commits by their hashes, problems by their codes, a date as it is written.
    sources: [library, small(8), 'ROADMAP.md', 'dAY rEVIEW fREQUENCY lAST uPDATED nEXT XX ccc empty-file Ada'],
  };
}

/** What of a dashboard is a word of its shape. */
const shape = new Set(
  'uri id group groups hash path kind state status priority comparison direction verdict claimed code severity parent horizon'.split(
    ' ',
  ),
);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (shape.has(key) ? [] : textsOf(entry)));
}

/** Texts and what is read aloud, of markup. */
function textsIn(markup: string): string[] {
  const body = markup.replace(/<(style|head)>[^]*?<\/\1>/g, '');
  const attributes = [...body.matchAll(/ (?:aria-label|title|placeholder)="([^"]*)"/g)].map(([, text]) => text!);
  return [...body.split(/<[^>]*>/), ...attributes].map(plain).filter((text) => text.trim() !== '');
}

function plain(text: string): string {
  return text.replace(/&(?:[a-z]+|#\d+);/g, ' ');
}
