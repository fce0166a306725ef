import assert from 'node:assert/strict';
import type { Dashboard } from '../../../src/core/views/dashboard/dashboard.js';
import { balanced } from '../../../src/dashboard/components/balanced.js';
import { clip } from '../../../src/dashboard/components/clipped.js';
import { drawnPage, drawnPanel, tagsOf, textOf } from '../../support/drawnDashboard.js';
import { fullDashboard } from '../../support/fullDashboard.js';

const corpus: Readonly<Record<string, string>> = {
  html: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'attribute ends': '"><svg onload=alert(1)><a href="javascript:alert(1)">x</a>',
  'single quotes': "' autofocus onfocus=alert(1) x='",
  'closing tags': '</title></style></script></textarea></svg><h1>x</h1>',
  svg: '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>',
  comments: '<!-- --><![CDATA[ x ]]><?php x ?>',
  links: '[x](javascript:alert(1)) <javascript:alert(1)> data:text/html,<b>x',
  templates: '${alert(1)} {{constructor.constructor("alert(1)")()}} <%= 1 %> #{1} {0} {1}',
  entities: '&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;',
  icons: '$(error) $(sync~spin)',
  'right to left': '\u202Egnp.exe\u202C \u2066\u2067\u2068 \u200F',
  nul: 'a\u0000b\uFFFE\uD800c',
};

/** What is no text of a file: values the components choose by. */
const chosen = new Set([
  'uri',
  'kind',
  'state',
  'status',
  'severity',
  'verdict',
  'direction',
  'claimed',
  'comparison',
  'hash',
  'priority',
  'code',
]);

/** As above, and what is compared with each other or was cut by whoever made it. */
const names = new Set([...chosen, 'id', 'task', 'horizon', 'parent', 'path']);

/** The same dashboard with another text wherever a file could have written one; what names the same thing still does. */
function filledWith(value: unknown, text: string, kept = chosen, key = ''): unknown {
  if (typeof value === 'string') return kept.has(key) ? value : `${value} ${text}`;
  if (Array.isArray(value)) return value.map((entry) => filledWith(entry, text, kept, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, filledWith(entry, text, kept, name)]));
}

describe('texts of files on the dashboard', () => {
  for (const [where, draw] of [
    ['in the panel', drawnPanel],
    ['in a page', drawnPage],
  ] as const) {
    const harmless = tagsOf(draw(filledWith(fullDashboard, 'x') as Dashboard));
    for (const [name, text] of Object.entries(corpus)) {
      it(`stay text ${where}: ${name}`, () => {
        const html = draw(filledWith(fullDashboard, text) as Dashboard);
        assert.deepEqual(tagsOf(html), harmless);
        // Whatever begins like an attribute stands within a text or a quoted value.
        const outside = html.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, '><');
        assert.doesNotMatch(outside, /\son\w+=|javascript:|href=|srcdoc=|style=/i);
      });
    }

    it(`turn nothing beside them ${where}`, () => {
      const html = draw(filledWith(fullDashboard, '\u202Egnp.exe \u2066 \u2069\u2069\u202C\u202C \u2067') as Dashboard);
      const texts = html.split(/<[^>]*>/).filter((text) => /gnp/.test(text));
      assert.ok(texts.length > 30);
      for (const text of texts) {
        assert.equal(text.match(/[\u2066-\u2068]/g)?.length, text.match(/\u2069/g)?.length, text);
        assert.equal(text.match(/\u202E/g)?.length, text.match(/\u202C/g)?.length, text);
      }
    });

    it(`are cut where they are endless ${where}`, () => {
      const html = draw(filledWith(fullDashboard, 'long '.repeat(20_000), names) as Dashboard);
      assert.ok(html.length < 2_000_000, `${html.length} characters`);
      assert.match(textOf(html), /long…/);
    });
  }

  it('end what they begin, and nothing else', () => {
    assert.equal(balanced('plain עברית'), 'plain עברית');
    assert.equal(balanced('a\u202Eb'), 'a\u202Eb\u202C');
    assert.equal(balanced('a\u2067b\u202Ac'), 'a\u2067b\u202Ac\u202C\u2069');
    assert.equal(balanced('a\u2067b\u202Ac\u2069d'), 'a\u2067b\u202Ac\u2069d');
    assert.equal(balanced('a\u2069b\u202Cc'), 'abc');
    assert.equal(balanced('\u202Ea\u2066b\u202Cc'), '\u202Ea\u2066bc\u2069\u202C');
  });

  it('are never cut within a character', () => {
    for (const shift of ['', 'a']) {
      const cut = clip(shift + '😀'.repeat(1000));
      assert.doesNotMatch(cut, /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }
    assert.equal(clip('short'), 'short');
  });
});
