import assert from 'node:assert/strict';
import { HtmlValidate } from 'html-validate';
import { dashboardPage, type PageParts } from '../../../../src/extension/dashboard/page.js';

const parts: PageParts = {
  source: "'self' https://*.vscode-cdn.net",
  script: 'https://file+.vscode-resource.example/dist/webview/dashboard.js',
  styles: 'https://file+.vscode-resource.example/dist/webview/styles.css',
  title: 'Roadmap Dashboard',
  start: { layout: 'panel', locale: 'en' },
};

/** The policy of a page, by directive. */
function policyOf(html: string): Record<string, string> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.replaceAll('&#39;', "'");
  return Object.fromEntries(content.split('; ').map((part) => part.split(/ (.*)/s, 2) as [string, string]));
}

/** What its data block says. */
function startOf(html: string): unknown {
  return JSON.parse(/<script type="application\/json" id="start">([^<]*)<\/script>/.exec(html)![1]!);
}

describe('The page of a dashboard', () => {
  it('lets nothing run but its own script, and nothing load but its own styles', () => {
    const html = dashboardPage(parts);
    const { 'script-src': scripts, ...policy } = policyOf(html);
    assert.deepEqual(policy, {
      'default-src': "'none'",
      'style-src': parts.source,
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    const nonce = /^'nonce-([0-9a-f]{32})'$/.exec(scripts!)?.[1];
    assert.ok(nonce, scripts);
    const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    assert.deepEqual(tags, [
      '<script type="application/json" id="start">',
      `<script nonce="${nonce}" src="${parts.script}">`,
    ]);
    // The policy is there before anything it is for.
    assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<(?:link|script|style)\b/));
    assert.doesNotMatch(html, /\son\w+=|\sstyle=|<style|<base|<iframe|unsafe-/);
  });

  it('has another nonce each time', () => {
    const nonces = new Set(Array.from({ length: 50 }, () => policyOf(dashboardPage(parts))['script-src']));
    assert.equal(nonces.size, 50);
  });

  it('tells its script how to begin, whatever the texts are', () => {
    const texts = { 'a</script><script>alert(1)</script>': '<!-- <script> ]]> \u2028 " \' & {0}' };
    const start = { layout: 'sideBar', locale: 'pt-BR', texts } as const;
    const html = dashboardPage({ ...parts, start });
    assert.deepEqual(startOf(html), start);
    assert.equal(html.match(/<script/g)?.length, 2);
    assert.match(html, /<html lang="pt-BR">/);
  });

  it('keeps what it is given in its place', () => {
    const hostile = `"><script>alert('1')</script>&`;
    const html = dashboardPage(
      {
        source: hostile,
        script: hostile,
        styles: hostile,
        title: hostile,
        start: { layout: 'panel', locale: hostile },
      },
      'abc',
    );
    assert.equal(html.match(/<script/g)?.length, 2);
    assert.equal(html.match(/<\/title>/g)?.length, 1);
    assert.ok(html.includes('<title>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</title>'));
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'require-sri': 'off' } });
    const report = await validator.validateString(dashboardPage(parts));
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      [],
    );
  });
});
