import * as vscode from 'vscode';
import type { CommandSource, MetricSource } from '../core/model/metric.js';
import type { MetricResult } from '../core/metrics/metricResults.js';
import { sayCommand } from '../core/metrics/sayCommand.js';
import { formatTarget } from '../core/values/quantity.js';
import { metricOf } from './commands.js';
import { addToConfig } from './configEditor.js';
import type { FeatureContext } from './feature.js';
import { escapeIcons } from './labels.js';
import type { Measuring } from './measuring.js';
import { shown } from './pickValue.js';

// Loaded with the first command for a metric.

/** Asks what measures a metric, or takes the source that a row suggests, and writes it into the configuration. */
export async function measureMetric(context: FeatureContext, measuring: Measuring, argument: unknown): Promise<void> {
  const suggested = suggestionOf(context, measuring, argument);
  if (suggested) return addToConfig(context, suggested.folder, suggested.source);
  const result = named(measuring, argument) ?? (await pickMetric(measuring, () => true));
  if (result) await measure(context, measuring, result);
}

/** Runs the command that measures a metric, after a yes for just this command. */
export async function runMetricCommand(
  context: FeatureContext,
  measuring: Measuring,
  argument: unknown,
): Promise<void> {
  const isCommand = ({ source }: MetricResult) => source?.kind === 'command';
  const result = named(measuring, argument) ?? (await pickMetric(measuring, isCommand));
  if (result?.source?.kind === 'command') await runCommand(context, measuring, result, result.source);
}

/** The source that a row suggests, which a click takes up. */
function suggestionOf({ store }: FeatureContext, measuring: Measuring, argument: unknown) {
  const { uri, suggestion } = (argument ?? {}) as { readonly uri?: unknown; readonly suggestion?: unknown };
  const folder = store.snapshot.roadmaps.find((file) => file.uri === uri)?.folder;
  const found = folder && typeof suggestion === 'string' ? measuring.suggestion(folder, suggestion) : undefined;
  return folder && found && { folder, source: found.source };
}

/** The metric a row stands for. */
function named(measuring: Measuring, argument: unknown): MetricResult | undefined {
  const place = metricOf(argument);
  return (
    place &&
    measuring.results().results.find(({ file, metric }) => file.uri === place.uri && metric.span.start === place.offset)
  );
}

async function pickMetric(
  measuring: Measuring,
  accept: (result: MetricResult) => boolean,
): Promise<MetricResult | undefined> {
  const results = measuring.results().results.filter(accept);
  if (results.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no such metric: a roadmap names them under "Success Metrics".'),
    );
    return undefined;
  }
  const items = results.map((result) => ({
    label: escapeIcons(result.name),
    description: escapeIcons(
      [...(result.metric.target ? [formatTarget(result.metric.target)] : []), result.metric.group ?? ''].join(' · '),
    ),
    result,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Metric'),
    matchOnDescription: true,
  });
  return picked?.result;
}

interface SourceItem extends vscode.QuickPickItem {
  readonly source?: MetricSource;
  readonly edit?: true;
}

/** Asks what measures a metric, and writes it into the configuration. */
async function measure(context: FeatureContext, measuring: Measuring, result: MetricResult): Promise<void> {
  const { folder } = result.file;
  const item = (source: MetricSource, description: string): SourceItem => ({
    label: escapeIcons(measuring.label(source)),
    description: escapeIcons(description),
    source,
  });
  const items: SourceItem[] = [];
  const section = (label: string, some: readonly SourceItem[]) => {
    if (some.length > 0) items.push({ label, kind: vscode.QuickPickItemKind.Separator }, ...some);
  };
  const own = measuring.suggestions(folder).filter(({ metric }) => metric.target?.name === result.metric.target?.name);
  section(
    vscode.l10n.t('Suggested'),
    own.map(({ source, because }) => item(source, because)),
  );
  section(
    vscode.l10n.t('Found here'),
    measuring.found(folder, result.name).map(({ source, description }) => item(source, description)),
  );
  section(
    vscode.l10n.t('From git'),
    (['release-frequency', 'lead-time', 'change-failure-rate'] as const).map((measureOfGit) =>
      item({ kind: 'git', metric: result.name, measure: measureOfGit, days: 90 }, gitWords[measureOfGit]()),
    ),
  );
  items.push(
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Write it by Hand'),
      description: vscode.l10n.t('any JSON, YAML, CSV or Prometheus file, or a command'),
      iconPath: new vscode.ThemeIcon('edit'),
      edit: true,
    },
  );
  const pick = vscode.window.createQuickPick<SourceItem>();
  pick.title = vscode.l10n.t('What Measures {0}', result.name);
  pick.placeholder = vscode.l10n.t('It is written into .roadmap/config.yaml');
  pick.matchOnDescription = true;
  pick.items = items;
  const picked = await shown(pick, () => pick.selectedItems[0]);
  if (picked?.source) await addToConfig(context, folder, picked.source);
  else if (picked?.edit) {
    const byHand: MetricSource = { kind: 'file', metric: result.name, file: 'reports/metrics.json', value: '$.value' };
    await addToConfig(context, folder, byHand);
  }
}

const gitWords = {
  'release-frequency': () => vscode.l10n.t('releases a month, by tags'),
  'lead-time': () => vscode.l10n.t('days from a commit to its release'),
  'change-failure-rate': () => vscode.l10n.t('releases of which something was reverted'),
};

async function runCommand(
  { allowed }: FeatureContext,
  measuring: Measuring,
  { file, name }: MetricResult,
  source: CommandSource,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Commands are run in trusted workspaces alone: trust this one to measure {0}.', name),
    );
    return;
  }
  const { folder } = file;
  if (!allowed.has(folder, source.command)) {
    const run = vscode.l10n.t('Run');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Run a command to measure {0}?', name),
      {
        modal: true,
        detail: vscode.l10n.t(
          '{0}\n\nThe repository names this command. It runs in {1}, without a shell, for {2} seconds at most, whenever you ask for it.',
          sayCommand(source.command),
          folder.name,
          source.timeout,
        ),
      },
      run,
    );
    if (answer !== run) return;
    await allowed.allow(folder, source.command);
  }
  measuring.run(folder, source);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Measuring {0}', name) },
    () => measuring.settled(),
  );
}
