import { Command, CommanderError } from 'commander';
import { exit, type Io } from './io.js';
import { status, type StatusOptions } from './status.js';

declare const __VERSION__: string;

/** Runs the command line; resolves to the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let code: number = exit.ok;
  const program = new Command('roadmap-lens')
    .description("Where a repository's roadmap stands.")
    .version(__VERSION__)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText(
      'after',
      '\nExit codes: 0 all read, 1 a defect of this program, 2 wrong arguments or input that could not be read.',
    )
    .exitOverride();
  program
    .command('status')
    .description('print progress, registers and problems of the roadmaps of a folder, or of one roadmap')
    .argument('[path]', 'a folder or a roadmap file', '.')
    .option('--json', 'print everything as JSON (schemaVersion 1)')
    .action(async (path: string, options: StatusOptions) => {
      code = await status(path, options, io);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.input;
    io.err(`roadmap-lens: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exit.internal;
  }
}
