import * as vscode from 'vscode';
import { runTool, type AgentHost } from '../core/agents/runTool.js';
import { languageModelTool, type ToolName } from '../core/agents/toolNames.js';
import { tools } from '../core/agents/tools.js';
import { Refused } from '../core/model/refused.js';
import { NotEdited } from '../hosts/vscode/documentEdits.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { carryOutTodo } from './todoEditor.js';
import { ShownChanges } from './shownChanges.js';
import { today } from './today.js';

// Loaded when an agent calls the first tool.

/** By tool and arguments. */
const shown = new ShownChanges();

/** Answers a call of a tool; throws, in a sentence for the agent, where it cannot. A change is made as a person was shown it, or not at all. */
export async function invokeTool(
  context: FeatureContext,
  name: ToolName,
  input: object,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  return forAgent(async () => {
    const host = hostOf(context, token);
    if (changes(name, input)) {
      const seen = shown.take(keyOf(name, input), await diffOf(host, name, input));
      if (seen === 'unknown') throw new Refused('The person was not shown what would change: call the tool again.');
      if (seen === 'other')
        throw new Refused('What would change is not any more what the person was shown: call the tool again.');
    }
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
  if (!changes(name, input)) return { invocationMessage: vscode.l10n.t('Looking at the roadmap') };
  const diff = await forAgent(() => diffOf(hostOf(context, token), name, input));
  shown.add(keyOf(name, input), diff);
  const message = new vscode.MarkdownString();
  if (diff === '') message.appendText(vscode.l10n.t('Nothing changes: the roadmap says so already.'));
  else message.appendCodeblock(diff, 'diff');
  return {
    invocationMessage: vscode.l10n.t('Changing the roadmap'),
    confirmationMessages: { title: titleOf(name, input), message },
  };
}

/** Whether a call may write something. */
function changes(name: ToolName, input: object): boolean {
  const { dryRun, path } = input as { readonly dryRun?: boolean; readonly path?: string };
  const { writes } = tools.find((one) => one.name === name)!;
  return writes && dryRun !== true && !(name === 'link' && path === undefined);
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

/** What a call would change, as a whole diff; empty where nothing. */
async function diffOf(host: AgentHost, name: ToolName, input: object): Promise<string> {
  const { structured, diff } = await runTool(host, name, { ...input, dryRun: true });
  return diff ?? (structured as { readonly diff?: string }).diff ?? '';
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
