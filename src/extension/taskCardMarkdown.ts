import * as vscode from 'vscode';
import { todoPlace } from '../core/views/activity.js';
import type { TaskCard } from '../core/views/taskCard.js';
import { commands, type CommitArgument, type TaskArgument, type TodoArgument } from './commands.js';

/** What a card's links may do: nothing but our own commands. */
const enabledCommands = [
  commands.goToTask,
  commands.revealInTree,
  commands.showActivity,
  commands.openTodo,
  commands.openCommit,
  commands.startWork,
];

/** The card of a task as a hover shows it. Text from files goes in as text alone, never as markup. */
export function taskCardMarkdown(card: TaskCard, task: TaskArgument): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands };
  markdown.supportHtml = false;
  markdown.appendMarkdown('**').appendText(`${card.sign} ${card.title}`).appendMarkdown('**  \n');
  markdown.appendText([card.status, ...card.facts].join(' · ')).appendMarkdown('  \n');
  if (card.path.length > 0) markdown.appendText(card.path.join(' › ')).appendMarkdown('  \n');
  if (card.progress) markdown.appendText(card.progress.bar).appendMarkdown('\n');
  const lines: (() => void)[] = [];
  for (const placed of card.todos) {
    const { uri } = placed.file;
    lines.push(() => {
      link(markdown, todoPlace(placed), commands.openTodo, { uri, index: placed.index } satisfies TodoArgument);
      markdown.appendText(` ${placed.title}`);
    });
  }
  if (card.moreTodos > 0) lines.push(() => markdown.appendText(vscode.l10n.t('{0} more TODOs', card.moreTodos)));
  for (const { commit, folder, short, about } of card.commits) {
    lines.push(() => {
      link(markdown, short, commands.openCommit, { folder: folder.uri, hash: commit.hash } satisfies CommitArgument);
      markdown.appendText(` ${commit.subject} (${about})`);
    });
  }
  if (card.moreCommits > 0) lines.push(() => markdown.appendText(vscode.l10n.t('{0} more commits', card.moreCommits)));
  for (const { branch } of card.branches) lines.push(() => markdown.appendText(`⎇ ${branch.name}`));
  if (lines.length > 0) markdown.appendMarkdown('\n');
  for (const line of lines) {
    markdown.appendMarkdown('\n- ');
    line();
  }
  for (const message of card.missing) markdown.appendMarkdown('\n\n*').appendText(message).appendMarkdown('*');
  markdown.appendMarkdown('\n\n');
  link(markdown, vscode.l10n.t('Go to Task'), commands.goToTask, task);
  markdown.appendMarkdown(' · ');
  link(markdown, vscode.l10n.t('Reveal in Roadmap'), commands.revealInTree, task);
  if (card.isOpen) {
    markdown.appendMarkdown(' · ');
    link(markdown, vscode.l10n.t('Start Work'), commands.startWork, task);
  }
  if (card.moreTodos + card.moreCommits > 0) {
    markdown.appendMarkdown(' · ');
    link(markdown, vscode.l10n.t('Show All'), commands.showActivity, task);
  }
  return markdown;
}

function link(markdown: vscode.MarkdownString, label: string, command: string, argument: object): void {
  const target = `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
  markdown.appendMarkdown('[').appendText(label).appendMarkdown(`](${target})`);
}
