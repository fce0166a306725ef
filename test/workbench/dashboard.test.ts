import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleWorkspace, sampleRoadmap } from '../demo/sampleWorkspace.js';
import { copyForBrowser } from '../host/browserExtension.js';
import type { Tree } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { DashboardPage } from './dashboardPage.js';
import { openSession, type Session } from './sample.js';
import { itInEachTheme } from './themes.js';

const title = 'Shelfmark Technical Roadmap';

describe('the dashboard', function () {
  this.timeout(300_000);

  let session: Session;
  let workbench: Workbench;
  let tree: Tree;
  let dashboard: DashboardPage;

  before(async () => {
    session = await openSession(createSampleWorkspace, { size: { width: 1400, height: 900 } });
    workbench = session.workbench;
    tree = workbench.tree('Roadmap');
    await tree.waitFor('the plan', (rows) => rows.some(({ label }) => label === 'Risks'));
  });

  after(() => session?.close());
  const path = () => join(session.folder, sampleRoadmap);
  const roadmap = () => readFile(path(), 'utf8');
  const tab = () => workbench.page.locator('.tab', { hasText: title }).filter({ hasNotText: '.md' });

  /** Waits until something holds that no element shows. */
  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 30_000; !(await holds()); await tab().count())
      if (Date.now() > end) throw new Error(`Not ${what}:\n${await roadmap()}`);
  }

  const said = (pattern: RegExp) => until(`said: ${pattern}`, async () => pattern.test(await roadmap()));

  /** Shows the dashboard, which may be hidden, closed or never opened yet, and waits for it to be filled. */
  async function open(): Promise<void> {
    await workbench.runCommand('Roadmap: Open Dashboard');
    await filled();
  }

  async function close(): Promise<void> {
    await workbench.runCommand('View: Close Editor');
    await tab().waitFor({ state: 'detached' });
  }

  async function filled(): Promise<void> {
    dashboard = await DashboardPage.of(workbench);
    await dashboard.title.getByText(title).waitFor();
  }

  it('is opened by its command, as a tab that is called after the roadmap', async () => {
    await open();
    await tab().waitFor();
    assert.equal(await dashboard.section('header').getByText('10 of 54 done').count(), 1);
  });

  it('fills in what is found out later: metrics, forecast, activity', async () => {
    await dashboard.section('metrics').getByText('78.46 %').first().waitFor();
    await dashboard.section('activity').getByText('Cache search results in memory').first().waitFor();
    await dashboard.section('burnUp').locator('svg').first().waitFor();
  });

  it('is opened by the button of the view', async () => {
    await close();
    await tree.pane.hover();
    await tree.pane.locator('.pane-header .actions').getByLabel('Open Dashboard').click();
    await filled();
  });

  it('leads to the line of what is clicked, and is as it was when one comes back', async () => {
    await dashboard.section('next').getByRole('button', { name: 'Release on every merge' }).click();
    await workbench.page.locator('.tab.active[data-resource-name="TECHNICAL_ROADMAP.md"]').waitFor();
    await workbench.page.getByText(/^Ln 32, Col \d+$/).waitFor();
    await open();
  });

  it('moves a card by keys, which changes its line alone, and leaves the focus on it', async () => {
    const before = await roadmap();
    await dashboard.card('Release on every merge').getByRole('button').focus();
    await workbench.page.keyboard.press('Alt+ArrowRight');
    await dashboard.cardIn('doing', 'Release on every merge').waitFor();
    await said(/\n5\. \S+ Release on every merge\n/);
    const changed = (await roadmap()).split('\n').filter((line, at) => line !== before.split('\n')[at]);
    assert.equal(changed.length, 1, changed.join('\n'));
    await dashboard.cardIn('doing', 'Release on every merge').and(dashboard.frame.locator(':not(.pending)')).waitFor();
    assert.equal(await dashboard.focused(), 'release-on-every-merge');
  });

  it('moves a card that is dragged', async () => {
    await dashboard.drag('Release on every merge', 'done');
    await said(/\n5\. ✅ Release on every merge\n/);
    await dashboard.cardIn('done', 'Release on every merge').waitFor();
    await dashboard.section('header').getByText('11 of 54 done').waitFor();
  });

  it('takes a change back by undoing it in the file', async () => {
    await workbench.openFile(sampleRoadmap);
    const line = (text: RegExp) => workbench.page.locator('.view-line', { hasText: text }).first().waitFor();
    // A change is one step, whatever it is made of.
    await line(/5\.\s✅\sRelease\son/);
    await workbench.page.keyboard.press('Control+z');
    await line(/5\.\s(?!✅)\S+\sRelease\son/);
    await workbench.page.keyboard.press('Control+z');
    await line(/5\.\sRelease\son/);
    await workbench.page.keyboard.press('Control+s');
    await said(/\n5\. Release on every merge\n/);
    await open();
    await dashboard.cardIn('todo', 'Release on every merge').waitFor();
    await dashboard.section('header').getByText('10 of 54 done').waitFor();
  });

  it('filters everything by a word, and shows everything again', async () => {
    const cards = dashboard.section('board').locator('[data-id]');
    const all = await cards.count();
    await dashboard.frame.getByRole('searchbox').fill('restore');
    await dashboard.frame
      .getByText(/^\d+ of 7\d tasks match$/)
      .or(dashboard.frame.getByText(/ tasks? match/))
      .first()
      .waitFor();
    await dashboard.card('Release on every merge').waitFor({ state: 'detached' });
    assert.ok((await cards.count()) < all);
    await dashboard.card('Rehearse a full restore').waitFor();
    await dashboard.frame.getByRole('button', { name: 'Clear filter' }).click();
    await dashboard.card('Release on every merge').waitFor();
    assert.equal(await cards.count(), all);
  });

  it('shows what another program writes, and leaves focus and place as they are', async () => {
    const card = dashboard.card('Rehearse a full restore');
    await card.getByRole('button').focus();
    const [place, id] = [await dashboard.scrolled(), await dashboard.focused()];
    assert.ok(place > 0);
    assert.equal(id, 'rehearse-a-full-restore');
    await writeFile(path(), (await roadmap()).replace('4. Alert on missing', '4. ✅ Alert on missing'));
    await dashboard.cardIn('done', 'Alert on missing snapshots').waitFor();
    await dashboard.section('header').getByText('11 of 54 done').waitFor({ state: 'attached' });
    assert.deepEqual([await dashboard.scrolled(), await dashboard.focused()], [place, id]);
  });

  it('is what it was after it was hidden: its place, its filter, what is folded', async () => {
    await dashboard.section('metrics').getByRole('button', { name: 'Metrics' }).click();
    await dashboard.frame.getByRole('searchbox').fill('every merge');
    await dashboard.card('Rehearse a full restore').waitFor({ state: 'detached' });
    await workbench.openFile(sampleRoadmap);
    await open();
    assert.equal(await dashboard.frame.getByRole('searchbox').inputValue(), 'every merge');
    await dashboard.card('Release on every merge').waitFor();
    assert.equal(await dashboard.card('Rehearse a full restore').count(), 0);
    assert.equal(
      await dashboard.section('metrics').getByRole('button', { name: 'Metrics' }).getAttribute('aria-expanded'),
      'false',
    );
  });

  it('is restored when the window is loaded again, as it was', async () => {
    const loaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    await filled();
    await tab().waitFor();
    assert.equal(await dashboard.frame.getByRole('searchbox').inputValue(), 'every merge');
    await dashboard.section('header').getByText('11 of 54 done').waitFor();
    await dashboard.frame.getByRole('button', { name: 'Clear filter' }).click();
    await dashboard.section('metrics').getByRole('button', { name: 'Metrics' }).click();
    await dashboard.section('metrics').getByText('78.46 %').first().waitFor();
  });

  it('says how a figure comes about', async () => {
    const figure = dashboard.section('horizons').getByRole('button', { name: '9/16' });
    await figure.focus();
    await dashboard.section('horizons').getByRole('tooltip').filter({ hasText: '9 done' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const { items } = await workbench.quickInput('9 of 16 done');
    assert.ok(items.some(({ label }) => label === 'Rehearse a full restore'));
    await workbench.page.keyboard.press('Escape');
  });

  it('reads the burn-up chart day by day, by keys and by the pointer', async () => {
    const chart = dashboard.section('burnUp');
    const reading = chart.locator('.reading');
    const today = await reading.innerText();
    assert.match(today, /: 11 of 54 tasks done$/);
    const slider = chart.getByRole('slider', { name: 'Day' });
    await slider.focus();
    await workbench.page.keyboard.press('Home');
    const first = await slider.getAttribute('min');
    assert.equal(await slider.inputValue(), first);
    const begun = await reading.innerText();
    assert.notEqual(begun, today);
    assert.equal(await slider.getAttribute('aria-valuetext'), begun);
    await workbench.page.keyboard.press('ArrowRight');
    assert.ok(Number(await slider.inputValue()) > Number(first));
    await workbench.page.keyboard.press('End');
    assert.equal(await reading.innerText(), today);
    await dashboard.frame.getByRole('searchbox').focus();
    await chart.locator('.read-at').waitFor({ state: 'detached' });
    const { width } = (await slider.boundingBox())!;
    const plot = chart.locator('.plot');
    // Beside where the first day is drawn there is nothing earlier to read, and behind today nothing later.
    await plot.hover({ position: { x: 1, y: 60 } });
    await reading.getByText(begun, { exact: true }).waitFor();
    await chart.locator('.read-at').waitFor();
    await plot.hover({ position: { x: width - 1, y: 60 } });
    await reading.getByText(today, { exact: true }).waitFor();
    await plot.hover({ position: { x: 1, y: 60 } });
    await chart.locator('.read-at').waitFor();
    await dashboard.title.hover();
    await chart.locator('.read-at').waitFor({ state: 'detached' });
    assert.equal(await reading.innerText(), today);
  });

  it('exports what it shows, into a file that the person chooses', async () => {
    for (const [name, ending, holds] of [
      ['Markdown', 'md', '# Shelfmark Technical Roadmap\n'],
      ['Web page', 'html', '<title>Shelfmark Technical Roadmap</title>'],
      ['Data (JSON)', 'json', '"schemaVersion": 1'],
      ['Table (CSV)', 'csv', 'Release on every merge'],
      ['Picture (SVG)', 'svg', '</svg>'],
    ] as const) {
      await dashboard.frame.getByRole('button', { name: 'Export', exact: true }).click();
      await dashboard.frame.getByRole('button', { name, exact: true }).click();
      await workbench.page.locator('.quick-input-title:visible', { hasText: 'Export Dashboard' }).waitFor();
      const box = workbench.page.locator('.quick-input-box input');
      // The dialog looks at the folder before it takes an answer.
      await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      const file = await box.inputValue();
      assert.match(file, new RegExp(`/technical-report-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
      await workbench.answerQuickInput(file);
      await until('exported', async () => (await readFile(file, 'utf8').catch(() => '')).includes(holds));
    }
    const list = await workbench.openNotifications();
    await list.locator('.notification-list-item', { hasText: '.md' }).getByRole('button', { name: 'Open' }).click();
    await workbench.page.locator('.tab.active', { hasText: /^technical-report-.*\.md/ }).waitFor();
    await open();
    // Nothing of it is one more roadmap.
    assert.equal(await dashboard.frame.getByRole('combobox', { name: 'Roadmap' }).count(), 0);
  });

  it('shows another roadmap of the workspace, and says when one is gone', async () => {
    const other = join(session.folder, 'ROADMAP.md');
    await writeFile(other, '# Product\n\n## Now\n\n- [ ] Sell it\n');
    const choice = dashboard.frame.getByRole('combobox', { name: 'Roadmap' });
    await choice.selectOption('Product');
    await dashboard.title.getByText('Product').waitFor();
    await workbench.page.locator('.tab', { hasText: 'Product' }).waitFor();
    await rename(other, join(session.folder, 'elsewhere.txt'));
    await dashboard.frame.getByRole('alert').getByText('ROADMAP.md is not there any more').waitFor();
    await rename(join(session.folder, 'elsewhere.txt'), other);
    await dashboard.title.getByText('Product').waitFor();
    await rename(other, join(session.folder, 'elsewhere.txt'));
    await dashboard.frame.getByRole('alert').getByText('ROADMAP.md is not there any more').waitFor();
    await dashboard.frame.getByRole('button', { name: 'Reload' }).click();
    await dashboard.title.getByText(title).waitFor();
  });

  it('shows the same at a glance in the side bar, which opens the panel', async () => {
    await close();
    await workbench.runCommand('Roadmap: Focus on Dashboard View');
    const glance = await DashboardPage.of(workbench, 'sideBar');
    await glance.title.getByText(title).waitFor();
    await glance.section('header').getByText('11 of 54 done').waitFor();
    await writeFile(path(), (await roadmap()).replace('4. ✅ Alert on missing', '4. Alert on missing'));
    await glance.section('header').getByText('10 of 54 done').waitFor();
    await glance.frame.getByRole('button', { name: 'Open dashboard' }).click();
    await filled();
    await dashboard.section('header').getByText('10 of 54 done').waitFor();
  });
});

describe('the dashboard in every theme', function () {
  this.timeout(300_000);

  itInEachTheme('is legible and has no accessibility fault', 'dashboard', async ({ workbench }, picture) => {
    // The palette offers it as soon as there is a roadmap.
    await workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.some(({ label }) => label === 'Risks'));
    await workbench.runCommand('Roadmap: Open Dashboard');
    const dashboard = await DashboardPage.of(workbench);
    await dashboard.section('metrics').getByText('78.46 %').first().waitFor();
    await dashboard.section('burnUp').locator('svg path').first().waitFor();
    await dashboard.section('header').getByText('85 %').waitFor();
    await picture();
    await dashboard.check(['main'], 200);
    await workbench.runCommand('Roadmap: Focus on Dashboard View');
    const glance = await DashboardPage.of(workbench, 'sideBar');
    await glance.section('header').getByText('85 %').waitFor();
    await glance.check(['main'], 15);
  });
});

describe('the dashboard of a hostile roadmap', function () {
  this.timeout(300_000);

  const hostile = [
    '<img src=x onerror="globalThis.taken = 1"><svg onload="globalThis.taken = 1">',
    '<script>globalThis.taken = 1</script><iframe srcdoc="<script>parent.taken = 1</script>"></iframe>',
    '[link](javascript:globalThis.taken=1) <a href="javascript:globalThis.taken=1">click</a> command:workbench.action.quit',
    '${globalThis.taken = 1} {{constructor.constructor("taken=1")()}} <%= 1 %> $(sync~spin)',
    '\u202Egnp.txet\u202C \u2066\u001B[31m &lt;b&gt; &#60;i&#62;',
    'long '.repeat(20_000),
  ];
  /** In YAML texts are taken as they are: in Markdown much of this would be markup, and left out. */
  const plan = JSON.stringify({
    title: `Plan ${hostile[0]}`,
    purpose: hostile[1],
    goal: hostile[2],
    summary: hostile.join(' '),
    groups: hostile.map((text, index) => ({
      title: `Phase ${index} ${text}`,
      owner: text,
      outcomes: [text],
      tasks: [
        {
          title: `Task ${index} ${text}`,
          owner: text,
          labels: [text],
          tasks: [{ title: `Part ${index} ${text}`, status: 'doing', owner: text, labels: [text] }],
        },
      ],
    })),
    metrics: hostile.map((text) => ({ title: text, target: '> 95 %', claimed: 'met' })),
    risks: hostile.map((text) => ({ title: text, category: text, mitigation: text })),
    dependencies: hostile,
    nextSteps: hostile,
  });

  it('shows all of it as text', async () => {
    const session = await openSession(async (folder) => {
      await mkdir(join(folder, '.roadmap'), { recursive: true });
      await writeFile(join(folder, '.roadmap', 'plan.json'), plan);
    });
    try {
      const { workbench } = session;
      const refused: string[] = [];
      workbench.page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) refused.push(message.text());
      });
      workbench.page.on('dialog', (dialog) => refused.push(dialog.message()));
      await workbench
        .tree('Roadmap')
        .waitFor('the plan', (rows) => rows.some(({ label }) => label.includes('Phase 1')));
      await workbench.runCommand('Roadmap: Open Dashboard');
      const dashboard = await DashboardPage.of(workbench);
      await dashboard.title.getByText('Plan <img src=x').waitFor();
      await dashboard.card('Part 1').getByText('<script>').first().waitFor();
      await dashboard.section('problems').waitFor();
      const made = dashboard.frame.locator('#dashboard').locator('img, script, iframe, a, object, embed, style, base');
      assert.deepEqual(
        await made.evaluateAll((all) => all.map(({ outerHTML }: { outerHTML: string }) => outerHTML)),
        [],
      );
      assert.equal(await dashboard.frame.evaluate(() => 'taken' in globalThis), false);
      // The sources of VS Code's own frame around it break its policy now and then: what is named is that of ours.
      assert.deepEqual(
        refused.filter((text) => text.includes('dashboard')),
        [],
      );
      await dashboard.check(['main'], 50);
      assert.deepEqual(await workbench.notifications(), []);
    } finally {
      await session.close();
    }
  });
});

describe("the dashboard in the browser's host", function () {
  this.timeout(300_000);

  it('shows what is known there, and says what is not', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'roadmap-lens-web-'));
    try {
      const session = await openSession(createSampleWorkspace, { extension: await copyForBrowser(parent) });
      try {
        const { workbench } = session;
        await workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.some(({ label }) => label === 'Risks'));
        await workbench.runCommand('Roadmap: Open Dashboard');
        const dashboard = await DashboardPage.of(workbench);
        await dashboard.section('header').getByText('10 of 54 done').waitFor();
        await dashboard
          .section('notices')
          .getByText(/git|history/i)
          .first()
          .waitFor();
        await dashboard.section('metrics').getByText('78.46 %').first().waitFor();
        await dashboard.card('Release on every merge').getByRole('button').focus();
        await workbench.page.keyboard.press('Alt+ArrowRight');
        await dashboard
          .cardIn('doing', 'Release on every merge')
          .and(dashboard.frame.locator(':not(.pending)'))
          .waitFor();
      } finally {
        await session.close();
      }
    } finally {
      await rm(parent, { recursive: true, force: true });
    }
  });
});
