import assert from 'node:assert/strict';
import { Activity } from '../../../src/dashboard/components/activity.js';
import { Age } from '../../../src/dashboard/components/age.js';
import { Horizons } from '../../../src/dashboard/components/horizons.js';
import { Metrics } from '../../../src/dashboard/components/metrics.js';
import { Next } from '../../../src/dashboard/components/next.js';
import { SideBarView } from '../../../src/dashboard/components/sideBarView.js';
import { nothingKept, standaloneView } from '../../../src/dashboard/components/view.js';
import { withKeys } from '../../../src/dashboard/components/withKeys.js';
import { drawn, drawnPage, drawnPanel, panelView, textOf } from '../../support/drawnDashboard.js';
import { bigDashboard, fullDashboard } from '../../support/fullDashboard.js';
import { now } from '../../support/measured.js';

const keptOf = (kept: Partial<typeof nothingKept>) => ({ ...panelView, kept: () => ({ ...nothingKept, ...kept }) });
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

describe('keys of lists', () => {
  const keysOf = (names: readonly string[]): string[] => withKeys(names, (name) => name).map(([key]) => key);

  it('are apart where names are the same', () => {
    assert.equal(new Set(keysOf(['a', 'b', 'a', 'a', 'b'])).size, 5);
  });

  it('stay when something is put before them', () => {
    const before = keysOf(['a', 'b', 'b']);
    assert.deepEqual(keysOf(['new', 'a', 'b', 'b']).slice(1), before);
  });
});

describe('ages', () => {
  it('are said in the panel, with the time beside them', () => {
    assert.match(drawn(<Age time={now - 7200} />), /<time datetime="[^"]+" title="[^"]+">2 hours ago<\/time>/i);
  });

  it('are times in a page that is read at any time', () => {
    const html = drawn(<Age time={now - 7200} />, standaloneView('en', now));
    assert.match(textOf(html), /\d{4}, \d+:\d\d/);
    assert.doesNotMatch(drawnPage(fullDashboard), /\bago\b/);
  });
});

describe('the burn-up chart', () => {
  it('reads as of today, and is read day by day where scripts run', () => {
    const [panel, page] = [drawnPanel(fullDashboard), drawnPage(fullDashboard)];
    for (const html of [panel, page]) assert.match(html, /<p class="reading">[^<]+: \d+ of \d+ tasks done<\/p>/);
    assert.match(panel, /<input class="reader"[^>]* type="range"[^>]* aria-valuetext="[^"]+ tasks done"/);
    assert.doesNotMatch(page, /type="range"/);
  });
});

describe('what is kept of a roadmap', () => {
  const many = { ...fullDashboard.next, items: bigNext(30), ready: 30 };
  const lineOf = (): undefined => undefined;

  it('is how much of a list is shown', () => {
    const first = drawn(<Next next={many} lineOf={lineOf} filtered={false} />);
    const more = drawn(<Next next={many} lineOf={lineOf} filtered={false} />, keptOf({ pages: { next: 16 } }));
    assert.deepEqual(
      [first, more].map((html) => count(html, /class="because"/g)),
      [8, 16],
    );
  });

  it('is how many cards of a column are shown, up to a number that opens at once', () => {
    const cards = (pages: Record<string, number>): number =>
      count(drawnPanel(bigDashboard(5000), undefined, keptOf({ pages })), /data-id="/g);
    assert.ok(cards({ 'board todo': 60 }) > cards({}));
    assert.ok(cards({ 'board todo': 1_000_000 }) < 1200);
  });

  it('is which tables are open, and whether what is cancelled is', () => {
    const html = drawnPanel(fullDashboard, fullDashboard, keptOf({ tables: ['timeline'], cancelled: true }));
    assert.equal(count(html, /<table>/g), 1);
    assert.match(html, /data-status="cancelled"[^]*aria-expanded="true"[^]*data-id="/);
    // The Tab key leads to one card all the same.
    assert.equal(count(html, /data-control="open" tabindex="0"/g), 1);
  });
});

describe('figures', () => {
  it('of horizons say how they came about', () => {
    const html = drawn(<Horizons horizons={fullDashboard.horizons} today={fullDashboard.today} />);
    for (const { late, forecast } of fullDashboard.horizons) {
      assert.ok(html.includes(forecast.explain), forecast.explain);
      if (late) assert.ok(html.includes(late.explain), late.explain);
    }
    assert.match(textOf(html), /Done In progress Blocked To do/);
  });

  it('leave out a forecast that nobody can make', () => {
    const unknown = { state: 'unknown', text: 'no forecast yet', explain: 'There is none.' } as const;
    const horizons = fullDashboard.horizons.map((horizon) => ({ ...horizon, forecast: unknown }));
    const html = drawn(<Horizons horizons={horizons} today={fullDashboard.today} />);
    assert.doesNotMatch(html, /no forecast yet/);
  });

  it('of charts are in tables, and in titles of what is drawn', () => {
    const page = standaloneView('en', now);
    const horizons = drawn(<Horizons horizons={fullDashboard.horizons} today={fullDashboard.today} />, page);
    assert.match(textOf(horizons), /Window 50 % 85 % 95 %/);
    const metrics = drawn(<Metrics metrics={fullDashboard.metrics} />, page);
    assert.match(textOf(metrics), /Metric Day Reading Test coverage/);
    const panel = drawnPanel(fullDashboard);
    for (const title of [/<title>Harbour · /, /<title>Trend: /, /<title>50 % by /]) {
      assert.match(panel, title);
    }
  });

  it('are numbers of the language', () => {
    const [horizon] = fullDashboard.horizons;
    const counts = { ...horizon!.counts, done: 1234, total: 5678 };
    const html = drawn(<Horizons horizons={[{ ...horizon!, counts }]} today={0} />, { ...panelView, locale: 'de' });
    assert.match(html, /1\.234\/5\.678/);
  });

  it('of activity have keys of their own where a commit names several tasks', () => {
    const { items } = fullDashboard.activity;
    const activity = { ...fullDashboard.activity, items: [...items, ...items] };
    const lineOf = (): undefined => undefined;
    assert.doesNotThrow(() =>
      drawn(<Activity activity={activity} filtered={false} titleOf={lineOf} lineOf={lineOf} />),
    );
  });
});

describe('the choice of roadmaps in the side bar', () => {
  it('is there where there are several', () => {
    const roadmaps = [{ uri: fullDashboard.uri, title: 'Harbour' }];
    const of = (all: typeof roadmaps): string => drawn(<SideBarView dashboard={fullDashboard} roadmaps={all} />);
    assert.doesNotMatch(of(roadmaps), /<select/);
    assert.match(of([...roadmaps, { uri: 'file:///b', title: 'Sea' }]), /<select[^>]*aria-label="Roadmap"/);
  });
});

function bigNext(size: number) {
  const [item] = fullDashboard.next.items;
  return Array.from({ length: size }, (_, index) => ({ ...item!, id: `N-${index}`, ready: true }));
}
