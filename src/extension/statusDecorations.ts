import * as vscode from 'vscode';
import type { RoadmapFile, Snapshot } from '../core/model/snapshot.js';
import { statusMarks, type StatusMark } from '../core/views/statusMarks.js';
import { statusSigns } from '../core/views/words.js';
import { onDidChangeSetting, setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { rangeOf } from './register.js';

type Marked = StatusMark['status'];

/** Shows in the editors of roadmaps how tasks stand, where the setting wants it, until it is disposed. */
export function startStatusDecorations({ store }: FeatureContext): vscode.Disposable {
  const marks = new StatusMarks();
  const draw = () => marks.draw(store.snapshot, setting('decorations'));
  draw();
  return vscode.Disposable.from(
    marks,
    store.onDidChange(({ parts }) => parts.has('roadmaps') && draw()),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    onDidChangeSetting('decorations', draw),
  );
}

/** Draws how tasks stand into the editors of roadmaps: a title dimmed or struck, a sign behind its line. */
class StatusMarks implements vscode.Disposable {
  private readonly types: Readonly<Record<Marked, vscode.TextEditorDecorationType>> = {
    // Strong enough to be read in every theme, those of high contrast included.
    done: vscode.window.createTextEditorDecorationType({ opacity: '0.7' }),
    cancelled: vscode.window.createTextEditorDecorationType({ opacity: '0.7', textDecoration: 'line-through' }),
    doing: behind('doing', 'charts.blue'),
    blocked: behind('blocked', 'charts.orange'),
  };
  /** What each editor shows: nothing is drawn twice. */
  private readonly drawn = new WeakMap<vscode.TextEditor, RoadmapFile>();

  /** Draws the visible editors of roadmaps anew where these have changed; takes everything away where it is not wanted. */
  draw({ roadmaps }: Snapshot, wanted: boolean): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const uri = editor.document.uri.toString();
      const file = wanted ? roadmaps.find((one) => one.uri === uri) : undefined;
      if (this.drawn.get(editor) === file) continue;
      // The text has gone on meanwhile: what was drawn moves with it until it is read.
      if (file && file.lines.lineCount !== editor.document.lineCount) continue;
      const marks = file?.roadmap ? statusMarks(file.roadmap) : [];
      for (const status of Object.keys(this.types) as Marked[]) {
        const own = marks.filter((mark) => mark.status === status).map(({ span }) => rangeOf(file!, span));
        const isSign = status === 'doing' || status === 'blocked';
        editor.setDecorations(this.types[status], isSign ? own.map((range) => lineEnd(editor.document, range)) : own);
      }
      if (file) this.drawn.set(editor, file);
      else this.drawn.delete(editor);
    }
  }

  dispose(): void {
    for (const type of Object.values(this.types)) type.dispose();
  }
}

function behind(status: Marked, color: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    after: { contentText: statusSigns[status], color: new vscode.ThemeColor(color), margin: '0 0 0 1em' },
  });
}

function lineEnd(document: vscode.TextDocument, { end }: vscode.Range): vscode.Range {
  const at = document.lineAt(Math.min(end.line, document.lineCount - 1)).range.end;
  return new vscode.Range(at, at);
}
