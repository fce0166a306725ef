import { Command, CommanderError, Option } from 'commander';
import { printable } from '../core/views/columns.js';
import { exit, type Io } from './io.js';
import { Refused } from '../core/model/refused.js';
import type { EditOptions } from './editing.js';
import {
  add,
  assignIds,
  move,
  remove,
  repair,
  review,
  type AddOptions,
  type AssignIdsOptions,
  type PlaceOptions,
  type RepairOptions,
  type ReviewOptions,
} from './restructure.js';
import { archive } from './archive.js';
import { check, formats, type CheckOptions } from './check/check.js';
import { commits, links, todos, type LinksOptions } from './links.js';
import { link, type LinkOptions } from './link.js';
import { metrics, type MetricsOptions } from './metrics.js';
import { forecast, history, next, type PlanOptions } from './plan.js';
import { reportFormats } from '../core/views/reportFormats.js';
import { report, type ReportOptions } from './report.js';
import { set, type SetOptions } from './set.js';
import { agents, task, tasks, type TaskOptions, type TasksOptions } from './tasks.js';
import { status, type StatusOptions } from './status.js';

declare const __VERSION__: string;

/** Runs the command line; resolves to the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let code: number = exit.ok;
  const program = new Command('roadmap-lens')
    .description("Where a repository's roadmap stands, and how to move it on.")
    .version(__VERSION__)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText(
      'after',
      '\nExit codes: 0 all read or written, 1 a defect of this program, 2 wrong arguments, input that could not be read, or a change that was refused, 3 problems that `check` fails on.',
    )
    .exitOverride();
  program
    .command('status')
    .description('print progress, registers and problems of the roadmaps of a folder, or of one roadmap')
    .argument('[path]', 'a folder or a roadmap file', '.')
    .option('--explain', 'print the tasks each figure counts, and what they weigh')
    .option('--json', 'print everything as JSON (schemaVersion 1)')
    .action(async (path: string, options: StatusOptions) => {
      code = await status(path, options, io);
    });
  const planning = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .argument('[path]', 'a folder or a roadmap file', '.')
      .option('--json', 'print everything as JSON (schemaVersion 1)');
  planning('metrics', 'print where success metrics stand: what is measured against what is claimed')
    .option('--run-commands', 'run the commands that .roadmap/config.yaml names for metrics')
    .action(async (path: string, options: MetricsOptions) => {
      code = await metrics(path, options, io);
    });
  planning('next', 'print what to do next, and why')
    .option('--limit <count>', 'so many tasks')
    .action(async (path: string, options: PlanOptions) => {
      code = await next(path, options, io);
    });
  planning('forecast', 'print when the roadmap and its horizons will be done, as ranges').action(
    async (path: string, options: PlanOptions) => {
      code = await forecast(path, options, io);
    },
  );
  planning('history', 'print how the roadmap came to be what it is')
    .option('--limit <count>', 'so many changes')
    .action(async (path: string, options: PlanOptions) => {
      code = await history(path, options, io);
    });
  planning('report', 'print progress, forecast, metrics, what is next and what was done as one report')
    .addOption(
      new Option('--format <format>', 'what it is written in; md where nothing is said').choices(reportFormats),
    )
    .option('--run-commands', 'run the commands that .roadmap/config.yaml names for metrics')
    .action(async (path: string, options: ReportOptions) => {
      code = await report(path, options, io);
    });
  const linking = (
    name: string,
    description: string,
    run: (path: string, options: LinksOptions, io: Io) => Promise<number>,
  ) =>
    program
      .command(name)
      .description(description)
      .argument('[path]', 'the folder of a repository', '.')
      .option('--task <task>', 'only what belongs to this task, by its id or title')
      .option('--unlinked', 'only what belongs to no task')
      .option('--json', 'print everything as JSON (schemaVersion 1)')
      .action(async (path: string, options: LinksOptions) => {
        code = await run(path, options, io);
      });
  linking('todos', 'print the TODOs of the code with the tasks they belong to', todos);
  linking('commits', 'print the commits that belong to tasks', commits);
  linking('links', 'print tasks with their TODOs, branches and commits, and what refers to nothing', links);
  program
    .command('check')
    .description('print where plan, code and history disagree')
    .argument('[path]', 'the folder of a repository', '.')
    .addOption(
      new Option('--format <format>', 'what it is written in; text where nothing is said').choices([...formats]),
    )
    .option('--json', 'print everything as JSON (schemaVersion 1)')
    .addOption(
      new Option(
        '--fail-on <severity>',
        'the least severity that makes the check fail; error where nothing is said',
      ).choices(['error', 'warning']),
    )
    .option('--fix', 'make the fixes that need nobody to look at them')
    .option('--dry-run', 'print what --fix would change as a diff, and write nothing')
    .option('--since <revision>', 'only what came with the work since HEAD and this revision went apart')
    .action(async (path: string, options: CheckOptions) => {
      code = await check(path, options, io);
    });
  program
    .command('tasks')
    .description('print tasks that fit: by words, status, group and owner')
    .argument('[path]', 'a folder or a roadmap file', '.')
    .option('--query <words>', 'words of id, title or the titles above it')
    .option('--status <status>', 'todo, doing, blocked, done or cancelled')
    .option('--group <group>', 'those of a group, by its id or title')
    .option('--owner <name>', 'those of a person')
    .option('--limit <count>', 'so many tasks')
    .option('--cursor <cursor>', 'those behind an earlier answer: its nextCursor')
    .option('--json', 'print everything as JSON (schemaVersion 1)')
    .action(async (path: string, options: TasksOptions) => {
      code = await tasks(path, options, io);
    });
  program
    .command('task')
    .description('print one task with its dependencies, TODOs, commits, branches and metrics')
    .argument('<task>', 'by id or title')
    .argument('[path]', 'the folder of a repository', '.')
    .option('--roadmap <path>', 'the roadmap file, where several have such a task')
    .option('--limit <count>', 'so many subtasks, TODOs and commits')
    .option('--json', 'print everything as JSON (schemaVersion 1)')
    .action(async (name: string, path: string, options: TaskOptions) => {
      code = await task(name, path, options, io);
    });
  program
    .command('link')
    .description("write a task's id into a TODO, or say how commits come to name the task")
    .argument('<task>', 'by id or title')
    .argument('[path]', 'the folder of a repository', '.')
    .option('--todo <path:line>', 'the TODO, as `todos` prints it')
    .option('--text <text>', 'what the TODO says, as it was read')
    .option('--commit <hash>', 'a commit: whether it names the task, and how the next one can')
    .option('--roadmap <path>', 'the roadmap file, where several have such a task')
    .option('--dry-run', 'print what would change as a diff, and write nothing')
    .option('--json', 'print what it came to, or why nothing did, as JSON')
    .action(async (name: string, path: string, options: LinkOptions) => {
      code = await link(name, path, options, io);
    });
  program
    .command('agents')
    .description('print what to tell coding agents in AGENTS.md')
    .action(() => {
      code = agents(io);
    });
  const editing = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--roadmap <path>', 'the roadmap file, where a folder has several')
      .option('--dry-run', 'print what would change as a diff, and write nothing')
      .option('--json', 'print what changed, or why nothing did, as JSON');
  const placing = (command: Command) =>
    command
      .option('--after <task>', 'right behind a task')
      .option('--under <task>', 'as the last subtask of a task')
      .option('--into <group>', 'at the end of a group');
  editing('set', 'set values of tasks: status, priority, effort, owner, due, title, id; an empty one is taken away')
    .argument('<words...>', 'tasks, by id or title, and values such as status=done')
    .option('--if-revision <revision>', 'only where the one task is as it was read: its revision in `task --json`')
    .option('--force', 'with --if-revision: also where somebody else has it in progress')
    .action(async (words: string[], options: SetOptions) => {
      code = await set(words, options, io);
    });
  placing(editing('add', 'add a task'))
    .argument('<title>', 'its title')
    .option('--numbered', 'give it the next id, where the roadmap numbers its tasks')
    .action(async (title: string, options: AddOptions) => {
      code = await add(title, options, io);
    });
  placing(editing('move', 'move tasks, with all that stands below them'))
    .argument('<tasks...>', 'by id or title')
    .action(async (tasks: string[], options: PlaceOptions) => {
      code = await move(tasks, options, io);
    });
  editing('remove', 'remove tasks, with all that stands below them')
    .argument('<tasks...>', 'by id or title')
    .action(async (tasks: string[], options: EditOptions) => {
      code = await remove(tasks, options, io);
    });
  editing('assign-ids', 'give ids to all tasks that have none')
    .option('--prefix <prefix>', 'what the ids begin with, such as RM for RM-1; else the one that is used most')
    .action(async (options: AssignIdsOptions) => {
      code = await assignIds(options, io);
    });
  editing(
    'archive',
    'move done tasks to the section for what is done, or to the archive that the configuration names',
  ).action(async (options: EditOptions) => {
    code = await archive(options, io);
  });
  editing('review', 'say that the roadmap was gone through')
    .option('--date <date>', 'when, as 2026-11-26; else today')
    .action(async (options: ReviewOptions) => {
      code = await review(options, io);
    });
  editing('repair', 'write characters that were garbled by a wrong encoding as they were meant')
    .option('--at <line[:column]>', 'only those of a line, or the one at a place, counted from 1')
    .action(async (options: RepairOptions) => {
      code = await repair(options, io);
    });
  program
    .command('mcp')
    .description('serve coding agents by the Model Context Protocol, over standard input and output, until that ends')
    .argument('[path]', 'the folder of a repository', '.')
    .option('--read-only', 'offer no tool that changes files')
    .action(async (path: string, options: { readonly readOnly?: boolean }) => {
      if (!io.mcp) throw new Refused('The server for agents is not here: run dist/mcp.js.');
      code = await io.mcp([path, ...(options.readOnly ? ['--read-only'] : [])], {
        out: (text) => io.out(text),
        err: (text) => io.err(text),
      });
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Refused) {
      io.err(`roadmap-lens: ${printable(error.message)}\n`);
      return exit.input;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.input;
    io.err(`roadmap-lens: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exit.internal;
  }
}
