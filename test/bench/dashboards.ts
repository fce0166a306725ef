import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { buildDashboard } from '../../src/core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';
import { updateOf } from '../../src/core/views/dashboard/dashboardUpdate.js';
import { planForecast } from '../../src/core/views/planForecast.js';
import type { HostMessage } from '../../src/dashboard/messages.js';
import { dashboardPage } from '../../src/extension/dashboard/page.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { Indexer } from '../../src/workspace/indexer.js';
import { Store } from '../../src/workspace/store.js';
import { provisionBrowser } from '../host/browser.js';
import { projectRoot } from '../host/project.js';
import { generateRoadmap } from './generate.js';
import type { Comparison } from './measure.js';

type Result = Omit<Comparison, 'yardstickMs' | 'ratio'> & Readonly<Record<string, unknown>>;

const origin = 'https://dashboard.example';
const runs = 15;

/**
 * The dashboard in a real browser, with roadmaps of so many tasks: from a page that exists to its first content, an update of one
 * task, and a filter. Milliseconds are those of scripts, layout beside them. The yardstick of the first content is what the
 * browser itself takes to copy the same elements into a page.
 */
export async function measureDashboards(sizes: readonly number[]): Promise<Result[]> {
  const browser = await chromium.launch(await provisionBrowser());
  try {
    const results: Result[] = [];
    for (const tasks of sizes) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      results.push(...(await measurePage(page, await Roadmap.of(tasks))));
      await page.close();
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** A roadmap that changes one task at a time. */
class Roadmap {
  private constructor(
    private readonly host: MemoryHost,
    private readonly store: Store,
    private readonly indexer: Indexer,
    private text: string,
  ) {}

  static async of(tasks: number): Promise<Roadmap> {
    let text = '';
    const host = new MemoryHost({ [path]: text });
    const store = new Store();
    const indexer = new Indexer(host.ports, store, { files: () => [] });
    await indexer.start();
    const roadmap = new Roadmap(host, store, indexer, text);
    for (
      let size = tasks * 40;
      roadmap.dashboard === undefined || roadmap.dashboard.tasks.length < tasks;
      size *= 1.1
    ) {
      text = generateRoadmap(size, 3);
      await roadmap.write(text);
    }
    return roadmap;
  }

  get dashboard(): Dashboard | undefined {
    const { snapshot } = this.store;
    const [file] = snapshot.roadmaps;
    const forecast = file && planForecast(snapshot, file, today);
    return file && buildDashboard(snapshot, file, { today, forecast, metrics: [], problems: [] });
  }

  /** Ticks the next open task. */
  async tick(): Promise<void> {
    await this.write(this.text.replace('- [ ]', '- [x]'));
  }

  private async write(text: string): Promise<void> {
    this.text = text;
    this.host.write(path, text);
    await this.indexer.settled();
  }
}

const path = '/work/ROADMAP.md';
/** 2026-01-20, within what is generated. */
const today = 20_473;

async function measurePage(page: Page, roadmap: Roadmap): Promise<Result[]> {
  let before = roadmap.dashboard!;
  const tasks = before.tasks.length;
  const state: HostMessage = {
    type: 'state',
    revision: 1,
    dashboard: before,
    roadmaps: [{ uri: before.uri, title: before.header.title }],
    loading: false,
  };
  await servePage(page, state);
  const opened: number[] = [];
  for (let run = 0; run < runs; run++) opened.push(await open(page));
  const copied = await copy(page);
  const scripts = await scriptTimes(page);

  const updated: number[] = [];
  const laidOut: number[] = [];
  for (let revision = 2; revision < 2 + runs; revision++) {
    await roadmap.tick();
    const after = roadmap.dashboard!;
    const message: HostMessage = { type: 'update', revision, update: updateOf(before, after)! };
    before = after;
    const { script, layout } = await scripts(() => page.evaluate((data) => window.postMessage(data, '*'), message));
    updated.push(script);
    laidOut.push(layout);
  }

  const search = page.getByRole('searchbox').first();
  const filtered: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { script } = await scripts(() => search.fill(run % 2 === 0 ? 'cache' : 'index'));
    filtered.push(script);
  }
  const result = (name: string, all: readonly number[]) => ({
    name: `dashboard: ${name}`,
    ms: median(all),
    runs,
    tasks,
  });
  return [
    {
      ...result('first content of a page', opened),
      yardstick: 'a copy of the same elements by the browser',
      yardstickMs: copied,
      ratio: Math.round((median(opened) / copied) * 100) / 100,
    },
    { ...result('an update of one task, script', updated), layoutMs: median(laidOut) },
    result('a filter, script', filtered),
  ];
}

/** Serves the extension's own page with its policy, and says the state when it is asked for. */
async function servePage(page: Page, state: HostMessage): Promise<void> {
  const html = dashboardPage({
    source: origin,
    script: `${origin}/dashboard.js`,
    styles: `${origin}/styles.css`,
    title: 'Dashboard',
    start: { layout: 'panel', locale: 'en' },
  });
  const types: Readonly<Record<string, string>> = { '/dashboard.js': 'text/javascript', '/styles.css': 'text/css' };
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const contentType = types[pathname];
    if (!contentType) return route.fulfill({ contentType: 'text/html', body: html });
    const body = await readFile(join(projectRoot, 'dist', 'webview', pathname.slice(1)));
    return route.fulfill({ contentType, body });
  });
  await page.addInitScript((text) => {
    const api = {
      postMessage: ({ type }: { type: string }) => {
        if (type === 'ready') window.postMessage(JSON.parse(text), '*');
      },
      getState: () => undefined,
      setState: () => undefined,
    };
    Object.assign(window, { acquireVsCodeApi: () => api });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-section="horizons"]')) return;
      observer.disconnect();
      performance.mark('content');
    }).observe(document, { childList: true, subtree: true });
  }, JSON.stringify(state));
}

/** Milliseconds from the page's first script to its first content. */
async function open(page: Page): Promise<number> {
  await page.goto(origin);
  await page.waitForFunction(() => performance.getEntriesByName('content').length > 0);
  return page.evaluate(() => {
    const { responseEnd } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return performance.getEntriesByName('content')[0]!.startTime - responseEnd;
  });
}

/** Milliseconds in which the browser makes and puts in all elements that are shown. */
async function copy(page: Page): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++)
    times.push(
      await page.evaluate(() => {
        const shown = document.querySelector('main')!;
        const start = performance.now();
        const made = shown.cloneNode(true) as HTMLElement;
        document.body.append(made);
        const time = performance.now() - start;
        made.remove();
        return time;
      }),
    );
  return median(times);
}

/** Tells what scripts and layout take while something is done, until the page is at rest. */
async function scriptTimes(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { script: seconds('ScriptDuration'), layout: seconds('LayoutDuration') + seconds('RecalcStyleDuration') };
  };
  return async (work: () => Promise<unknown>): Promise<{ readonly script: number; readonly layout: number }> => {
    const before = await read();
    await work();
    // What is put off to the next frames belongs to it.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    const after = await read();
    return { script: (after.script - before.script) * 1000, layout: (after.layout - before.layout) * 1000 };
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[sorted.length >> 1]! * 100) / 100;
}
