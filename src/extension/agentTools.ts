import * as vscode from 'vscode';
import { runTool, type AgentHost } from '../core/agents/runTool.js';
import { languageModelTool, type ToolName } from '../core/agents/toolNames.js';
import { tools } from '../core/agents/tools.js';
import { Refused } from '../core/model/refused.js';
import { NotEdited } from '../hosts/vscode/documentEdits.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { carryOutTodo } from './todoEditor.js';
import { today } from './today.js';

// Loaded when an agent calls the first tool.

/** What a person was shown before a change was made, by tool and arguments: another one is not made. */
const shown = new Map<string, string>();
/** So many are remembered: most are answered at once. */
const most = 50;

/** Answers a call of a tool; throws, in a sentence for the agent, where it cannot. A change that was shown is made as it was shown, or not at all. */
export async function invokeTool(
  context: FeatureContext,
  name: ToolName,
  input: object,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const key = keyOf(name, input);
  const seen = shown.get(key);
  shown.delete(key);
  return forAgent(async () => {
    const host = hostOf(context, token);
    if (seen !== undefined && (await diffOf(host, name, input)) !== seen)
      throw new Refused('What would change is not any more what the person was shown: call the tool again.');
    const { text } = await runTool(host, name, input);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  });
}

/** What is said while a tool runs, and for a change what the person has to confirm: just what would be written. */
export async function prepareTool(
  context: FeatureContext,
  name: ToolName,
  input: object,
  token: vscode.CancellationToken,
): Promise<vscode.PreparedToolInvocation> {
  const tool = tools.find((one) => one.name === name)!;
  const { dryRun, path } = input as { readonly dryRun?: boolean; readonly path?: string };
  const changes = tool.writes && dryRun !== true && !(name === 'link' && path === undefined);
  if (!changes) return { invocationMessage: vscode.l10n.t('Looking at the roadmap') };
  const diff = await forAgent(() => diffOf(hostOf(context, token), name, input));
  if (shown.size >= most) shown.clear();
  shown.set(keyOf(name, input), diff);
  const message = new vscode.MarkdownString();
  if (diff === '') message.appendText(vscode.l10n.t('Nothing changes: the roadmap says so already.'));
  else message.appendCodeblock(diff, 'diff');
  return {
    invocationMessage: vscode.l10n.t('Changing the roadmap'),
    confirmationMessages: { title: titleOf(name, input), message },
  };
}

function titleOf(name: ToolName, input: object): string {
  const {
    task = '',
    title = '',
    remove,
  } = input as { readonly task?: string; readonly title?: string; readonly remove?: boolean };
  if (name === 'add_task') return vscode.l10n.t('Add the task "{0}"?', title);
  if (name === 'link') return vscode.l10n.t('Link a TODO to {0}?', task);
  return remove ? vscode.l10n.t('Remove the task {0}?', task) : vscode.l10n.t('Change the task {0}?', task);
}

/** What a call would change, as a diff; empty where nothing. */
async function diffOf(host: AgentHost, name: ToolName, input: object): Promise<string> {
  const { structured } = await runTool(host, name, { ...input, dryRun: true });
  return (structured as { readonly diff?: string }).diff ?? '';
}

function keyOf(name: ToolName, input: object): string {
  return `${languageModelTool(name)} ${JSON.stringify(input)}`;
}

/** Why nothing is done is told to the agent as it is. */
async function forAgent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotEdited) throw new Error(error.message || 'The person did not want this.', { cause: error });
    throw error;
  }
}

/** What tools ask for, of what is known in this window; changes are made in its editors, so that they can be undone. */
function hostOf(
  { store, indexer, activity, measures, findings, editor }: FeatureContext,
  token: vscode.CancellationToken,
): AgentHost {
  const settled = async (withActivity: boolean) => {
    await Promise.all([indexer.settled(), ...(withActivity ? [activity.settled()] : [])]);
    if (token.isCancellationRequested) throw new Refused('This was cancelled, and nothing was done.');
  };
  return {
    today: today(),
    template: setting('work.branch') || '{id}-{slug}',
    async snapshot(...parts) {
      await settled(parts.includes('activity'));
      return store.snapshot;
    },
    async metrics() {
      await measures.settled();
      return measures.measuring?.results();
    },
    async problems() {
      await settled(true);
      await measures.settled();
      findings.settle();
      return findings.json() ?? { schemaVersion: 1, counts: { error: 0, warning: 0, info: 0 }, problems: [] };
    },
    editRoadmap: (_snapshot, file, wanted, dryRun) => editor.carryOut(file, wanted, dryRun),
    editTodo: carryOutTodo,
  };
}
