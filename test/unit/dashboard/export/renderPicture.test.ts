import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import type { Dashboard } from '../../../../src/core/views/dashboard/dashboard.js';
import { renderPicture } from '../../../../src/dashboard/export/renderPicture.js';
import { dashboardIn, dashboardOf } from '../../../support/dashboards.js';
import { anotherFile, everything } from '../../../support/everything.js';
import { hostileTexts, withText } from '../../../support/hostileTexts.js';
import { snapshotOf } from '../../../support/views.js';

const render = (...dashboards: readonly Dashboard[]) => renderPicture(dashboards, 'en');

/** The elements of a picture with their attributes, and its texts; it is well-formed, and nothing in it leads anywhere. */
function read(picture: string) {
  const tags: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error.message));
  parser.on('doctype', () => assert.fail('no document type'));
  parser.on('processinginstruction', () => assert.fail('no instruction'));
  parser.on('cdata', () => assert.fail('no section of characters'));
  parser.on('comment', () => assert.fail('no comment'));
  parser.on('opentag', ({ name, attributes }) => {
    assert.match(name, /^(?:svg|title|style|rect|g|text|tspan|line|path)$/);
    tags.push([name, ...Object.keys(attributes)].join(' '));
    for (const key of Object.keys(attributes)) assert.doesNotMatch(key, /^on|href|^style$|^src/i);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^(?:x|y|width|height|[xy][12])$/.test(key)) assert.ok(Number.isFinite(Number(value)), `${key}=${value}`);
    }
  });
  parser.on('text', (said) => texts.push(said));
  parser.write(picture).close();
  return { tags, text: texts.join('') };
}

describe('The exported picture', () => {
  const { dashboard } = everything();

  it('shows progress, horizons and burn-up', () => {
    const { tags, text } = read(render(dashboard));
    for (const said of [
      'Harbour',
      '7 of 14 done · 50 %',
      '90-Day Roadmap',
      'Q1 2027: Growth',
      '0/2 · 0 %',
      'planned',
      'done',
    ])
      assert.ok(text.includes(said), `${said} in ${text}`);
    assert.match(text, /due in 3 days · 7\/12/);
    assert.match(text, /From 2026-10-01 to 2026-11-26 the number of tasks/);
    assert.ok(tags.filter((tag) => tag.startsWith('path')).length >= 3);
  });

  it('follows the light or dark of who looks at it, and asks for nothing from elsewhere', () => {
    const picture = render(dashboard);
    assert.match(picture, /@media\s?\(prefers-color-scheme:\s?dark\)/);
    assert.doesNotMatch(
      picture.replace('xmlns="http://www.w3.org/2000/svg"', ''),
      /https?:|url\(|@import|<script|<image/i,
    );
  });

  it('grows with what it shows, up to a dozen horizons of each roadmap', () => {
    const heightOf = (picture: string) => Number(/ height="(\d+)"/.exec(picture)![1]);
    const parts = (count: number) =>
      dashboardOf(Array.from({ length: count }, (_, at) => `## Part ${at}\n- [ ] a\n`).join(''));
    const [few, many, more] = [3, 13, 500].map((count) => render(parts(count)));
    assert.ok(heightOf(few!) < heightOf(many!) && heightOf(many!) === heightOf(more!));
    assert.match(read(more!).text, /and 488 more/);
    const other = anotherFile();
    const both = render(dashboard, dashboardIn(snapshotOf([other]), other));
    assert.ok(heightOf(both) > heightOf(render(dashboard)));
    assert.match(read(both).text, /Harbour: 7 of 14 done; Other: 1 of 2 done/);
    read(render(dashboardOf('')));
    read(render());
  });

  it('shows any text as text', () => {
    const wanted = read(render(withText(dashboard, 'Plain words'))).tags;
    for (const hostile of hostileTexts) {
      const picture = render(withText(dashboard, hostile));
      assert.deepEqual(read(picture).tags, wanted, JSON.stringify(hostile.slice(0, 60)));
      assert.ok(picture.length < 40_000, `${picture.length} characters`);
      assert.doesNotMatch(picture, /[\u202a-\u202e\u2066-\u2069]/);
    }
  });
});
