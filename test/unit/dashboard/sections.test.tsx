import assert from 'node:assert/strict';
import { noFilter, filterDashboard } from '../../../src/core/views/dashboard/filterDashboard.js';
import { SideBarView } from '../../../src/dashboard/components/sideBarView.js';
import { nothingKept } from '../../../src/dashboard/components/view.js';
import type { Dashboard } from '../../../src/core/views/dashboard/dashboard.js';
import { drawn, drawnPage, drawnPanel, panelView, tagsOf, textOf } from '../../support/drawnDashboard.js';
import { bigDashboard, fullDashboard } from '../../support/fullDashboard.js';

const names =
  'header notices horizons metrics timeline burnUp next board activity risks dependencies themes outcomes nextSteps review problems'.split(
    ' ',
  );

const sectionsOf = (html: string): string[] => [...html.matchAll(/data-section="(\w+)"/g)].map(([, name]) => name!);
const sectionOf = (html: string, name: string): string =>
  html.slice(html.indexOf(`data-section="${name}"`)).replace(/(?<=.)<section class="section.*/s, '');

describe('the dashboard in the panel', () => {
  const html = drawnPanel(fullDashboard);

  it('has every section', () => {
    assert.deepEqual(sectionsOf(html), names);
  });

  it('has headings that follow each other', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [index, level] of levels.entries()) if (index > 0) assert.ok(level <= levels[index - 1]! + 1);
  });

  it('carries no style, script or address', () => {
    assert.doesNotMatch(html, /\s(?:style|on\w+|href|src|srcdoc)=/i);
    assert.ok(!tagsOf(html).some((name) => /script|style|iframe|img|a$|foreignObject/i.test(name)));
  });

  it('names what its sections, charts and controls are', () => {
    for (const [, attributes] of html.matchAll(/<svg([^>]*role="img"[^>]*)>/g)) {
      assert.match(attributes!, /aria-label="[^"]+"/);
    }
    for (const [section] of html.matchAll(/<section[^>]*>/g)) assert.match(section, /aria-labelledby="/);
    for (const [select] of html.matchAll(/<select[^>]*>/g)) assert.match(select, /aria-label="|id="/);
    for (const [, button] of html.matchAll(/<button([^>]*)><\/button>/g)) assert.match(button!, /aria-label="/);
  });

  it('explains each figure by an element that is there', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const described = [...html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap(([, ids]) =>
      ids!.split(' '),
    );
    assert.ok(described.length > 10);
    for (const id of described) assert.ok(ids.has(id), `${id} is there`);
    for (const text of ['Counted are tasks', 'From ten weeks', '742 of 1,000 lines', 'Five tasks are below it']) {
      assert.ok(html.includes(text), text);
    }
  });

  it('has columns by status, and in them the tasks that are counted', () => {
    const columns = [...html.matchAll(/data-status="(\w+)"/g)].map(([, status]) => status);
    assert.deepEqual(columns, ['todo', 'doing', 'blocked', 'done', 'cancelled']);
    const cards = [...html.matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id);
    // H-4 has subtasks, and the cancelled one is folded.
    assert.deepEqual(cards, ['H-2', 'H-7', 'H-5', 'H-3', 'H-1']);
    assert.equal([...html.matchAll(/data-control="open" tabindex="0"/g)].length, 1);
  });

  it('says in words what signs and colours say', () => {
    const text = textOf(html);
    for (const words of [
      'late by 1 day',
      'late by 2 days',
      'on track',
      'claimed as met',
      'getting better',
      'no mitigation',
    ])
      assert.ok(text.includes(words), words);
    assert.match(html, /aria-label="1 done, 1 in progress, 1 blocked, 2 to do"/);
    assert.match(html, /aria-label="critical priority"/);
  });

  it('draws a page of a long column', () => {
    const cards = [...drawnPanel(bigDashboard(5000)).matchAll(/data-id="/g)].length;
    assert.ok(cards <= 100, `${cards} cards`);
  });

  it('leaves out what is folded', () => {
    const folded = { ...panelView, kept: () => ({ ...nothingKept, folds: ['board', 'timeline'] }) };
    const page = drawnPanel(fullDashboard, fullDashboard, folded);
    assert.doesNotMatch(page, /data-id="/);
    assert.equal([...page.matchAll(/aria-expanded="false"/g)].length >= 2, true);
  });

  it('shows a move that is not made yet in its new column', () => {
    const pending = new Map([['H-2', 'doing' as const]]);
    const moved = drawnPanel(fullDashboard, fullDashboard, panelView, pending);
    const doing = moved.slice(moved.indexOf('data-status="doing"'), moved.indexOf('data-status="blocked"'));
    assert.match(doing, /class="card pending" data-id="H-2"[^>]*aria-busy="true"/);
  });
});

describe('a dashboard of which parts are missing', () => {
  const empty: Dashboard = {
    ...fullDashboard,
    notices: [],
    horizons: [],
    timeline: { rows: [], undated: 0 },
    burnUp: {
      ...fullDashboard.burnUp,
      state: 'unavailable',
      reason: 'There is no repository.',
      points: [],
      horizons: [],
    },
    metrics: [],
    next: { items: [], ready: 0, waiting: 0 },
    tasks: [],
    risks: [],
    dependencies: [],
    themes: [],
    outcomes: [],
    nextSteps: [],
    activity: { state: 'loading', items: [], total: 0, todos: [], todoTotal: 0 },
    problems: { state: 'ready', errors: 0, warnings: 0, infos: 0, items: [] },
  };
  const { review: _, ...withoutReview } = empty;

  it('says that there are no tasks, and leaves out what the plan does not have', () => {
    const html = drawnPanel(withoutReview);
    assert.deepEqual(sectionsOf(html), ['header', 'activity', 'problems']);
    assert.match(textOf(html), /no tasks yet.*history is being read.*No problems were found/);
  });

  it('says why there is no history, no dates and nothing left', () => {
    const tasks = fullDashboard.tasks.slice(0, 1);
    const text = textOf(drawnPanel({ ...withoutReview, tasks, timeline: { rows: [], undated: 4 } }));
    assert.match(text, /No group and no task has a date/);
    assert.match(text, /There is no repository/);
    assert.match(text, /Nothing is left to be done/);
  });

  it('says how many there are, and what was looked through where not all are listed', () => {
    const next = { ...fullDashboard.next, ready: 1300, waiting: 260 };
    const cut = { ...fullDashboard, next };
    const all = textOf(sectionOf(drawnPanel(cut), 'next'));
    assert.match(all, /Next 1,300 .*first 250 of 1,300 tasks.*Waiting 260 .*first 250 of 260 tasks/);
    const some = textOf(sectionOf(drawnPanel(cut, { ...cut }), 'next'));
    assert.match(some, /Next 1 .*These are of the first 250 of 1,300 tasks.*Waiting 1 /);
    const nothing = textOf(sectionOf(drawnPanel(cut, { ...cut, next: { ...next, items: [] } }), 'next'));
    assert.match(nothing, /None of the first 250 of 1,300 tasks matches the filter/);
    assert.doesNotMatch(nothing, /Nothing here matches/);
  });

  it('does not say that there are no problems before they were looked for', () => {
    const { problems } = fullDashboard;
    const loading = { ...problems, state: 'loading', errors: 0, warnings: 0, infos: 0, items: [] } as const;
    const text = textOf(sectionOf(drawnPanel({ ...fullDashboard, problems: loading }), 'problems'));
    assert.doesNotMatch(text, /No problems were found/);
    assert.match(text, /Problems are being looked for/);
  });

  it('says where a filter has left nothing', () => {
    const shown = filterDashboard(fullDashboard, { ...noFilter, text: 'nothing says this' });
    const html = drawnPanel(fullDashboard, shown);
    assert.deepEqual(sectionsOf(html), names);
    for (const name of ['horizons', 'metrics', 'timeline', 'next', 'risks', 'themes', 'outcomes', 'nextSteps'])
      assert.match(textOf(sectionOf(html, name)), /Nothing here matches the filter/, name);
  });
});

describe('the dashboard as a page without script', () => {
  const html = drawnPage(bigDashboard(200));

  it('has no control, and every task', () => {
    assert.ok(!tagsOf(html).some((name) => /^(?:button|select|input|textarea)$/.test(name)));
    assert.equal([...html.matchAll(/data-id="/g)].length, 200);
    assert.doesNotMatch(html, /\spopover=|\sdraggable=/);
  });

  it('has twenty of what is next, and how many more there are', () => {
    const items = Array.from({ length: 30 }, (_, at) => ({
      id: `T-${at}`,
      title: `T${at}`,
      ready: true,
      because: 'x',
    }));
    const page = textOf(sectionOf(drawnPage({ ...fullDashboard, next: { items, ready: 1030, waiting: 0 } }), 'next'));
    assert.match(page, /Next 1,030 .*T19 .*1,010 more tasks/);
    assert.doesNotMatch(page, /T20/);
  });

  it('says where each item stands', () => {
    for (const place of ['ROADMAP.md:12', 'ROADMAP.md:61', 'src/pier.ts:42']) assert.ok(html.includes(place), place);
  });

  it('has its tables behind their charts, to be opened without script', () => {
    assert.match(html, /<details class="data"><summary>/);
    assert.match(html, /<caption>One of five tasks was done in a month\.<\/caption>/);
  });

  it('has numbers and dates of its language', () => {
    assert.match(drawnPage(fullDashboard, 'de'), /\d\d\.\d\d\.2026/);
    assert.doesNotThrow(() => drawnPage(fullDashboard, 'not a language'));
  });
});

describe('the dashboard in the side bar', () => {
  it('shows progress, horizons, what is next, late and wrong, and the way to the panel', () => {
    const html = drawn(<SideBarView dashboard={fullDashboard} />);
    assert.deepEqual(sectionsOf(html), ['header', 'notices', 'horizons', 'next', 'late', 'problems']);
    assert.match(textOf(html), /Open dashboard/);
    assert.match(textOf(sectionOf(html, 'late')), /Paint rails/);
  });
});
