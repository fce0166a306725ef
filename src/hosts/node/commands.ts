import * as l10n from '@vscode/l10n';
import { isAbsolute } from 'node:path';
import type { Parsed } from '../../core/model/problem.js';
import type { Folder } from '../../core/model/snapshot.js';
import { metricProblem } from '../../core/metrics/metricProblem.js';
import type { Commands } from '../../workspace/metricPorts.js';
import type { AbortSignalLike } from '../../workspace/ports.js';
import { findProgram } from './findProgram.js';
import { paths } from './paths.js';
import { follow, runProcess, type ProcessResult } from './runProcess.js';

/** Bytes that a command may print. */
const maxOutput = 1024 * 1024;

/** Runs commands on this machine. Whoever calls it has asked the person. */
export class NodeCommands implements Commands {
  async run(
    folder: Folder,
    [program = '', ...args]: readonly string[],
    timeout: number,
    signal: AbortSignalLike,
  ): Promise<Parsed<string | undefined>> {
    const cwd = paths.pathOf(folder.uri);
    // A bare name is looked for in the absolute directories of PATH alone; `./scripts/size` is a file of the folder.
    const local = /[/\\]/.test(program) && !isAbsolute(program);
    const place = local ? paths.join(cwd, program.replaceAll('\\', '/')) : program;
    if (local && paths.inside(cwd, place) === undefined)
      return failed(l10n.t('{0} lies outside the folder: name a program inside, or one in PATH.', program));
    const found = await findProgram(place, process.env['PATH'] ?? '');
    if (found === undefined)
      return failed(l10n.t('{0} was not found in PATH: install it, or correct the command.', program));
    const controller = new AbortController();
    const release = follow(signal, controller);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      controller.abort();
    }, timeout * 1000);
    try {
      const result = await runProcess(found, args, {
        cwd,
        timeout: timeout * 1000,
        maxOutput,
        signal: controller.signal,
        group: true,
      });
      if (late || result.end === 'timeout')
        return failed(
          l10n.t('{0} took longer than {1} seconds and was ended: make it quicker, or set timeout.', program, timeout),
        );
      return outcome(program, result);
    } finally {
      clearTimeout(timer);
      release();
    }
  }
}

function outcome(program: string, { end, code, stdout, stderr }: ProcessResult): Parsed<string | undefined> {
  switch (end) {
    case 'exited':
      if (code === 0) return { value: stdout.toString('utf8'), problems: [] };
      return failed(
        l10n.t('{0} ended with {1}: {2}', program, code ?? '?', lastLine(stderr) || l10n.t('it says nothing more')),
      );
    case 'aborted':
      return { value: undefined, problems: [] };
    case 'tooMuch':
      return failed(
        l10n.t('{0} printed more than {1} KB and was ended: have it print less.', program, maxOutput / 1024),
      );
    case 'notFound':
      return failed(l10n.t('{0} was not found: install it, or correct the command.', program));
    default:
      return failed(l10n.t('{0} could not be run ({1}): check the command.', program, lastLine(stderr)));
  }
}

/** The last line of what a program complains of: what it could not do in the end. */
function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
}

function failed(message: string): Parsed<undefined> {
  return { value: undefined, problems: [metricProblem('error', message)] };
}
