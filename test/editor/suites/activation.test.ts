import { assert } from 'chai';
import * as vscode from 'vscode';

const id = 'roadmap-lens.roadmap-lens';

/** Most that loading and activating may take, in milliseconds. */
const budget = 50;

describe('The extension', () => {
  it('is not started where there is nothing to do', () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, 'The extension is not there.');
    assert.equal(extension.isActive, false);
  });

  it('starts when it is asked for', async () => {
    const extension = vscode.extensions.getExtension(id);
    await extension!.activate();
    assert.equal(extension!.isActive, true);
    // A figure to look at, not to judge by: machines are noisy. The runner prints it in its table.
    console.log(`      Loaded and activated in ${activationTime() ?? '?'} ms (budget: ${budget} ms)`);
  });
});

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/** Milliseconds from loading the extension's code to the end of its activation, by the marks that VS Code sets itself. */
export function activationTime(): number | undefined {
  const own = (globalThis as { MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } }).MonacoPerformanceMarks;
  const marks = own?.getMarks() ?? performance.getEntriesByType('mark');
  const at = (name: string) => marks.find((mark) => mark.name === `code/extHost/${name}/${id}`)?.startTime;
  const spans = [
    [at('willLoadExtensionCode'), at('didLoadExtensionCode')],
    [at('willActivateExtension'), at('didActivateExtension')],
  ] as const;
  let sum = 0;
  for (const [start, end] of spans) {
    if (start === undefined || end === undefined) return undefined;
    sum += end - start;
  }
  return Math.round(sum);
}
