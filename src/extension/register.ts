import * as vscode from 'vscode';
import type { RoadmapFile, Snapshot } from '../core/model/snapshot.js';
import type { Range, Span } from '../core/model/span.js';
import { openRange } from './openRange.js';

/** What was thrown, as the log takes it. */
export function asError(error: unknown): Error | string {
  return error instanceof Error ? error : String(error);
}

/** Registers a command; what it throws is logged and told to the person in one sentence. */
export function registerCommand<Args extends unknown[]>(
  log: vscode.LogOutputChannel,
  id: string,
  run: (...args: Args) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: Args) => {
    try {
      return await run(...args);
    } catch (error) {
      await tellFailure(log, id, error);
      return undefined;
    }
  });
}

/** Logs what `what` has thrown, and tells it to the person in one sentence. Resolves when that was read. */
export async function tellFailure(log: vscode.LogOutputChannel, what: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  log.error(`${what} failed`, asError(error));
  const showLog = vscode.l10n.t('Show Log');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('Roadmap Lens could not do that: {0}', message),
    showLog,
  );
  if (answer === showLog) log.show();
}

/** A span of a roadmap file as VS Code has ranges. */
export function rangeOf({ lines }: Pick<RoadmapFile, 'lines'>, span: Span): vscode.Range {
  return toRange(lines.rangeOf(span));
}

/** A range as VS Code has it. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Opens a roadmap with the cursor at the start of a span. */
export function openAt({ uri, lines }: RoadmapFile, { start }: Span): Promise<void> {
  return openRange(uri, { start: lines.positionAt(start) });
}

/** Where the cursor stands, in an editor of a roadmap. */
export function cursorIn({ roadmaps }: Snapshot): { readonly file: RoadmapFile; readonly offset: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  const file = roadmaps.find((candidate) => candidate.uri === uri);
  return editor && file && { file, offset: file.lines.offsetAt(editor.selection.active) };
}
