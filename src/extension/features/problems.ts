import * as vscode from 'vscode';
import type { FoundProblem, Severity } from '../../core/model/problem.js';
import type { Feature } from '../feature.js';
import { toRange } from '../register.js';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** What is wrong in the Problems panel: where it could not be read, and where plan, code and history disagree. */
export const problems: Feature = {
  id: 'problems',
  start({ findings }) {
    const collection = vscode.languages.createDiagnosticCollection('roadmapLens');
    return vscode.Disposable.from(
      collection,
      findings.onDidChange((changed) => {
        for (const uri of changed) collection.set(vscode.Uri.parse(uri), findings.of(uri)?.problems.map(diagnostic));
      }),
    );
  },
};

function diagnostic({ message, severity, code, range, related }: FoundProblem): vscode.Diagnostic {
  const result = new vscode.Diagnostic(
    range ? toRange(range) : new vscode.Range(0, 0, 0, 0),
    message,
    severities[severity],
  );
  result.source = 'Roadmap Lens';
  result.code = code;
  if (related) {
    result.relatedInformation = related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range)),
          place.message,
        ),
    );
  }
  return result;
}
