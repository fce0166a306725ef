import type { HostResult } from './result.js';

/** A line of the table: what ran where. */
export interface ResultRow extends HostResult {
  readonly version: string;
  readonly host: string;
}

/** The results as a Markdown table, which a terminal shows as well as a README. */
export function resultTable(rows: readonly ResultRow[]): string {
  const cells = rows.map(({ version, host, passed, failed, activation }) => [
    version,
    host,
    passed + failed === 0 ? 'did not run' : failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`,
    activation === undefined ? '–' : `${activation} ms`,
  ]);
  const table = [['VS Code', 'host', 'tests', 'activation'], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = table;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
