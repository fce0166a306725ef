import type { PanelStart } from '../../dashboard/messages.js';

/** What a page is made of. */
export interface PageParts {
  /** Where the page may load styles from, as VS Code says it for its policy: a list of sources. */
  readonly source: string;
  /** The addresses of script and styles. */
  readonly script: string;
  readonly styles: string;
  readonly title: string;
  readonly start: PanelStart;
}

/**
 * The page of a panel or view. Its policy lets the one script run that is named here, for which `nonce` is made anew for each
 * page, and styles be loaded from the extension: no other script, no style in an attribute, no picture, no connection. No text of
 * a file is in it: these come in messages.
 */
export function dashboardPage({ source, script, styles, title, start }: PageParts, nonce = newNonce()): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(start.locale)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styles)}">
</head>
<body>
<div id="dashboard"></div>
<script type="application/json" id="start">${escapeJson(JSON.stringify(start))}</script>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

/** A word nobody can guess: 128 bits. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text within an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON within a script element, which nothing in it ends: the same for who parses it. */
function escapeJson(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
