import type { CheckJson, CheckProblemJson } from '../../core/views/checkJson.js';

/**
 * Problems as commands of GitHub's workflow logs, which show them beside the lines of a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export function github({ problems }: CheckJson): string {
  return problems.map((problem) => `${command(problem)}\n`).join('');
}

function command({ path, line, column, endLine, endColumn, severity, code, message }: CheckProblemJson): string {
  const name = severity === 'info' ? 'notice' : severity;
  // Columns count only within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: path, line, endLine, ...columns, title: code })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
