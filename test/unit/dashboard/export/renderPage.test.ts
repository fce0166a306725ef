import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { HtmlValidate, StaticConfigLoader, type RuleConfig } from 'html-validate';
import { SaxesParser } from 'saxes';
import type { Dashboard } from '../../../../src/core/views/dashboard/dashboard.js';
import { renderPage } from '../../../../src/dashboard/export/renderPage.js';
import { dashboardIn, dashboardOf } from '../../../support/dashboards.js';
import { anotherFile, everything } from '../../../support/everything.js';
import { hostileTexts, withText } from '../../../support/hostileTexts.js';
import { now } from '../../../support/measured.js';
import { snapshotOf } from '../../../support/views.js';

// A title is measured as it is written, with its references.
const rules: RuleConfig = {
  'long-title': 'off',
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
  // As HTML has it: ">" needs no escape.
  'no-raw-characters': 'off',
};
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'], rules }));

async function checkValid(page: string): Promise<void> {
  const { results } = await validator.validateString(page);
  const said = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
  assert.deepEqual(said, []);
}

const render = (...dashboards: readonly Dashboard[]) => renderPage(dashboards, { locale: 'en', now });

/** The tags of a page's body with their attributes, without what these hold; and its texts. */
function read(page: string): { readonly tags: readonly string[]; readonly text: string } {
  const tags: string[] = [];
  let text = '';
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', (error) => assert.fail(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    tags.push([name, ...Object.keys(attributes)].join(' '));
    for (const [key, value] of Object.entries(attributes)) {
      assert.doesNotMatch(key, /^on|^style$|^href$|^src|^xlink/i, `${key}=${value}`);
    }
  });
  parser.on('text', (said) => (text += said));
  parser.write(/<body>([^]*)<\/body>/.exec(page)![1]!).close();
  return { tags, text };
}

describe('The exported page', () => {
  const { dashboard } = everything();
  let page = '';
  before(async () => {
    page = await render(dashboard);
  });

  it('is valid HTML', () => checkValid(page));

  it('runs no script, asks for nothing from elsewhere, and lets nothing in but its own styles', () => {
    const [, styles] = /<style>([^]*?)<\/style>/.exec(page)!;
    const hash = createHash('sha256').update(styles!).digest('base64');
    assert.ok(page.includes(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;;`), 'policy');
    assert.doesNotMatch(page, /<script|<link|<iframe|<object|\ssrc=|\shref=|@import|url\((?!["']?#)/i);
    assert.doesNotMatch(page, /\sstyle=|\son[a-z]+=/i);
    assert.equal(page.match(/<style>/g)!.length, 1);
  });

  it('shows everything, with places as text and without controls', () => {
    const { tags, text } = read(page);
    for (const said of [
      'Harbour',
      'To moor ships',
      '90-Day Roadmap',
      'Week 1-6: Pier',
      'Drive pile 7',
      'Moorings',
      'missed',
      'Storm',
      'The saw mill',
      'Review everything',
      'Ships see the pier',
      'Order piles',
      'RM-7: begin',
      'Monthly',
      'Something is wrong (0).',
      'Not all files were searched.',
      'ROADMAP.md:1',
      'src/pier.ts:1',
      'Counted are tasks without subtasks',
      'Made by Roadmap Lens on Nov 26, 2026 from ROADMAP.md.',
    ])
      assert.ok(text.includes(said), said);
    assert.ok(
      tags.every((tag) => !/^(?:button|select|input|a)\b/.test(tag)),
      'no controls',
    );
    assert.ok(tags.some((tag) => tag.startsWith('table')) && tags.some((tag) => tag.startsWith('path')));
  });

  it('follows the light or dark of its reader, and can be printed', () => {
    assert.match(page, /color-scheme:light dark/);
    assert.match(page, /light-dark\(/);
    assert.match(page, /@media print/);
    assert.match(page, /<html lang="en">/);
  });

  it('of several roadmaps holds each, and of none is a page all the same', async () => {
    const other = anotherFile();
    const both = await render(dashboard, dashboardIn(snapshotOf([other]), other));
    await checkValid(both);
    assert.match(both, /<title>Roadmaps<\/title>/);
    assert.equal(both.match(/<article>/g)!.length, 2);
    assert.equal(both.match(/<h1>/g)!.length, 2);
    await checkValid(await render(dashboardOf('# Empty\n')));
    await checkValid(await render());
  });

  it('has numbers and dates in the language it is made for', async () => {
    const german = await renderPage([dashboard], { locale: 'de', now });
    assert.match(german, /<html lang="de">/);
    assert.match(german, /26\.11\.2026/);
    await checkValid(await renderPage([dashboard], { locale: 'not a language"><b>', now }));
  });

  describe('shows any text as text', () => {
    let plain: readonly string[] = [];
    before(async () => {
      plain = read(await render(withText(dashboard, 'Plain words'))).tags;
    });
    for (const hostile of hostileTexts) {
      it(JSON.stringify(hostile.slice(0, 60)), async () => {
        const made = await render(withText(dashboard, hostile));
        const { tags, text } = read(made);
        assert.deepEqual(tags, plain);
        const shown = hostile.slice(0, 500).replace(/\r\n?/g, '\n');
        // What no text may hold is shown as a sign for that.
        const wanted = shown.replace(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
          '\ufffd',
        );
        assert.ok(text.includes(wanted), text.slice(0, 300));
        assert.doesNotMatch(made, /<script|<img|<iframe|<foreignObject|<form|<link|<base/i);
        if (hostile.length < 1_000) await checkValid(made);
        assert.ok(made.length < 16_000_000, `${made.length} characters`);
      });
    }
  });
});
