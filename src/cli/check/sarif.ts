import { codeTexts } from '../../core/model/codeTexts.js';
import { paths } from '../../hosts/node/paths.js';
import type { Severity } from '../../core/model/problem.js';
import type { CheckJson, CheckProblemJson } from '../../core/views/checkJson.js';

declare const __VERSION__: string;

/**
 * Problems in the Static Analysis Results Interchange Format, version 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
 */
export function sarif({ problems }: CheckJson): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Roadmap Lens',
            version: __VERSION__,
            rules: codes.map((id) => ({ id, shortDescription: { text: codeTexts[id] } })),
          },
        },
        // Columns are VS Code's own.
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => result(problem, codes.indexOf(problem.code))),
      },
    ],
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function result({ path, severity, code, message, related, ...place }: CheckProblemJson, ruleIndex: number): object {
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    ...(path === null
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: artifact(path), ...region(place) } }] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            message: { text: one.message },
            physicalLocation: {
              artifactLocation: artifact(one.path),
              region: { startLine: one.line, startColumn: one.column },
            },
          })),
        }),
  };
}

function region({
  line,
  column,
  endLine,
  endColumn,
}: Pick<CheckProblemJson, 'line' | 'column' | 'endLine' | 'endColumn'>): object {
  if (line === null || column === null) return {};
  return {
    region: {
      startLine: line,
      startColumn: column,
      ...(endLine === null || endColumn === null ? {} : { endLine, endColumn }),
    },
  };
}

/** A path as a relative reference (RFC 3986); one outside of the current directory as a URI. */
function artifact(path: string): object {
  if (/^(?:\/|[A-Za-z]:)/.test(path)) return { uri: paths.uriOf(path) };
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}
