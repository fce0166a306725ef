import * as vscode from 'vscode';
import type { Problem, Severity } from '../../core/model/problem.js';
import type { ConfigFile, RoadmapFile } from '../../core/model/snapshot.js';
import type { Feature } from '../feature.js';
import { rangeOf } from '../register.js';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Places listed with a problem that has many. */
const maxPlaces = 100;

/** What could not be read as written, in the Problems panel. */
export const problems: Feature = {
  id: 'problems',
  start({ store }) {
    const collection = vscode.languages.createDiagnosticCollection('roadmapLens');
    const shown = new Set<string>();
    const update = () => {
      const { roadmaps, configs } = store.snapshot;
      const files = [...roadmaps, ...configs];
      for (const uri of shown) if (!files.some((file) => file.uri === uri)) collection.delete(vscode.Uri.parse(uri));
      shown.clear();
      for (const file of files) {
        shown.add(file.uri);
        const uri = vscode.Uri.parse(file.uri);
        collection.set(
          uri,
          file.problems.map((problem) => diagnostic(file, uri, problem)),
        );
      }
    };
    update();
    return vscode.Disposable.from(collection, store.onDidChange(update));
  },
};

function diagnostic(file: RoadmapFile | ConfigFile, uri: vscode.Uri, problem: Problem): vscode.Diagnostic {
  const range = problem.span ? rangeOf(file, problem.span) : new vscode.Range(0, 0, 0, 0);
  const result = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  result.source = 'Roadmap Lens';
  result.code = problem.code;
  if (problem.places && problem.places.length > 1) {
    result.relatedInformation = problem.places.slice(0, maxPlaces).map((place, index) => {
      const location = new vscode.Location(uri, rangeOf(file, place));
      return new vscode.DiagnosticRelatedInformation(
        location,
        vscode.l10n.t({
          message: '{0} of {1}',
          args: [index + 1, problem.places!.length],
          comment: 'One of the places of a problem',
        }),
      );
    });
  }
  return result;
}
