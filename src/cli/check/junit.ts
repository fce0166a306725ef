import type { CheckJson, CheckProblemJson } from '../../core/views/checkJson.js';
import { byPath } from './byPath.js';

/**
 * Problems as a JUnit report: a suite for each file, a case for each problem; errors and warnings fail, what is worth knowing is
 * said. A file without problems has no suite, so a check that finds none is one case that passes.
 */
export function junit({ problems, counts }: CheckJson): string {
  const failures = counts.error + counts.warning;
  const suites = [...byPath(problems, '.')].map(([path, own]) => {
    const failed = own.filter(({ severity }) => severity !== 'info').length;
    return [
      `  <testsuite name="${escape(path)}" tests="${own.length}" failures="${failed}" errors="0" skipped="0">`,
      ...own.map(testCase),
      '  </testsuite>',
    ].join('\n');
  });
  const none =
    '  <testsuite name="roadmap-lens" tests="1" failures="0" errors="0" skipped="0">\n    <testcase name="check" classname="roadmap-lens"/>\n  </testsuite>';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="roadmap-lens check" tests="${Math.max(1, problems.length)}" failures="${failures}">`,
    ...(suites.length > 0 ? suites : [none]),
    '</testsuites>\n',
  ].join('\n');
}

function testCase({ path, line, column, severity, code, message }: CheckProblemJson): string {
  const place = line === null ? '' : ` ${line}:${column}`;
  const start = `    <testcase name="${escape(`${code}${place}`)}" classname="${escape(path ?? '.')}"`;
  const text = escape(`${path ?? ''}${line === null ? '' : `:${line}:${column}`}: ${message}`);
  const below =
    severity === 'info'
      ? `      <system-out>${text}</system-out>`
      : `      <failure message="${escape(message)}" type="${severity}">${text}</failure>`;
  return `${start}>\n${below}\n    </testcase>`;
}

/** For text and attributes of XML 1.0, which has no place for most control characters and for halves of pairs. */
function escape(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
