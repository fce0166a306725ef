import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';

/** Texts that would be something else wherever they were taken for markup, an address, a template or a direction. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><style>*{display:none}</style>',
  '</title><img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)">',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" style="position:fixed;inset:0" x="',
  '<svg><foreignObject><body onload=alert(1)></body></foreignObject></svg>',
  '<a href="javascript:alert(1)">click</a>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '<iframe src="https://example.org"></iframe>',
  '<link rel=stylesheet href=https://example.org/x.css>',
  '<meta http-equiv=refresh content="0;url=https://example.org">',
  '<base href="https://example.org/">',
  '<form action="https://example.org"><input name=q></form>',
  'url(https://example.org/x.png)',
  '<!-- comment --><!--',
  '--><script>alert(1)</script>',
  ']]><script>alert(1)</script><![CDATA[',
  '<?xml-stylesheet href="https://example.org/x.xsl"?>',
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
  '&lt;b&gt; &amp; &#60;b&#62; &copy; &notanentity;',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} #{1} <%= 1 %> {0} {1}',
  '__proto__',
  'constructor',
  'a\u202ecba\u202d \u2067rtl\u2066 \u200f\u061c',
  'nul \u0000 bell \u0007 escape \u001b[31m delete \u007f next \u0085',
  'half \ud83d pair \udc00 and \uffff',
  'line\u2028paragraph\u2029tab\tfeed\fbreak\nreturn\r\nend',
  '𝕋𝕚𝕥𝕝𝕖 👩‍👩‍👧 е́ 漢字 עברית',
  'Long <b>title</b> '.repeat(5_600),
  '<'.repeat(100_000),
];

/** What of a dashboard is a word of its shape, or says which item is meant: all else may be any text. */
const shape: ReadonlySet<string> = new Set(
  'uri id hash kind state status priority comparison direction verdict claimed code severity parent horizon'.split(' '),
);

/** A dashboard with the same text in every place that may hold one. */
export function withText(dashboard: Dashboard, text: string): Dashboard {
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (shape.has(key)) return value;
      // No file system has longer ones.
      return key === 'path' ? text.slice(0, 1_000) : text;
    }
    if (Array.isArray(value)) return value.map((entry) => replaced(entry, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replaced(entry, name)]));
  };
  return replaced(dashboard, '') as Dashboard;
}
