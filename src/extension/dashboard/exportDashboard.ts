import * as vscode from 'vscode';
import type { RoadmapFile, Snapshot } from '../../core/model/snapshot.js';
import { localDate } from '../../core/values/date.js';
import { metricsJson } from '../../core/views/metricsJson.js';
import { reportCsv } from '../../core/views/reportCsv.js';
import { reportJson, type ReportJson } from '../../core/views/reportJson.js';
import { reportMarkdown } from '../../core/views/reportMarkdown.js';
import type { ExportFormat } from '../../dashboard/messages.js';
import type { FeatureContext } from '../feature.js';
import { tellFailure } from '../register.js';
import { today } from '../today.js';
import { dashboardOf } from './build.js';

// Loaded with the first export.

/** What a person chooses a file by. */
const kinds: Readonly<Record<ExportFormat, () => string>> = {
  md: () => 'Markdown',
  html: () => vscode.l10n.t('Web page'),
  json: () => 'JSON',
  csv: () => vscode.l10n.t('Table (CSV)'),
  svg: () => vscode.l10n.t('Picture (SVG)'),
};

/** Writes what is known of a roadmap into a file that the person chooses, and offers to open it. */
export async function exportDashboard(context: FeatureContext, file: RoadmapFile, format: ExportFormat): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Dashboard'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(file.folder.uri), `${nameFor(file)}.${format}`),
    filters: { [kinds[format]()]: [format] },
  });
  if (!uri) return;
  const text = await exported(context, file, format);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  // Not waited for: what was asked for is done, whether or not anybody answers.
  void vscode.window
    .showInformationMessage(vscode.l10n.t('Exported to {0}.', name), open)
    .then((answer) => (answer === open ? show(uri, format) : undefined))
    .then(undefined, (error: unknown) => tellFailure(context.log, 'Opening the export', error));
}

/**
 * `technical-report-2026-03-31`: after the roadmap's file, without what some file system forbids in names, and never such that it
 * would be taken for one more roadmap.
 */
function nameFor({ path }: RoadmapFile): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const plain = name
    .toLowerCase()
    .replaceAll(/roadmap|milestones?/g, 'report')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '-');
  return `${plain.includes('report') ? plain : `${plain}-report`}-${localDate(new Date())}`;
}

async function exported(context: FeatureContext, before: RoadmapFile, format: ExportFormat): Promise<string> {
  const { snapshot } = context.store;
  // As it is now: a dialog may be open for long.
  const file = snapshot.roadmaps.find(({ uri }) => uri === before.uri) ?? before;
  // All reports are of the roadmaps of a snapshot: here of this one.
  const one: Snapshot = { ...snapshot, roadmaps: [file] };
  const day = today();
  if (format === 'csv') return reportCsv(one, day);
  if (format === 'md') return reportMarkdown(one, metricsOf(context, file), day);
  if (format === 'json') return `${JSON.stringify(everything(context, one, file, day), null, 2)}\n`;
  const dashboard = dashboardOf(context, file);
  if (!dashboard) throw new Error(vscode.l10n.t('{0} cannot be read.', file.path));
  const { renderPage, renderPicture } = await import('./drawn.js');
  const { language: locale } = vscode.env;
  return format === 'html'
    ? renderPage([dashboard], { locale, now: Date.now() / 1000 })
    : renderPicture([dashboard], locale);
}

/** What `roadmap-lens report --json` prints. */
function everything(context: FeatureContext, snapshot: Snapshot, file: RoadmapFile, day: number): ReportJson {
  const metrics = metricsOf(context, file);
  const suggestions = context.measures.measuring?.suggestions(file.folder, metrics.results) ?? [];
  return reportJson(snapshot, metricsJson(snapshot, metrics, suggestions), day);
}

/** The metrics of the roadmap alone. */
function metricsOf({ measures }: FeatureContext, { uri }: RoadmapFile) {
  const { results, configProblems } = measures.measuring?.results() ?? { results: [], configProblems: new Map() };
  return { results: results.filter((result) => result.file.uri === uri), configProblems };
}

/** Opens what was exported: a page in the browser where it is on this machine, else as text. */
async function show(uri: vscode.Uri, format: ExportFormat): Promise<void> {
  const isHere =
    uri.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (format === 'html' && isHere) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}
