import * as z from 'zod/mini';
import { priorities, statuses } from '../../model/roadmap.js';
import { optional, required, text, type Constraint } from '../../yaml/fields.js';

/**
 * The shape of our own roadmap in YAML or JSON. The reader takes keys and values from these shapes one by one, so that a
 * wrong value costs itself; the build makes the JSON Schema for editors of them. Texts such as efforts and windows are
 * free here: their grammar is that of `core/values`, whatever the format.
 */

/** Entries that nobody has filled in yet are passed over. */
const entries = <T extends z.core.SomeType>(type: T) => z.array(z.nullable(type));
const texts = () => entries(text());

/** What a roadmap, group or task says of itself by the same keys. */
const facts = {
  priority: () => optional(z.enum(priorities), { description: 'How much it matters; what stands below inherits it.' }),
  effort: () =>
    optional(text(), {
      description: 'Work as a number or range of hours, days, weeks, months or quarters.',
      examples: ['2-3 days', '1 week', '~1 month', 'half a day'],
    }),
  owner: () => optional(text(), { description: 'Who does it; several with commas.', examples: ['ida', 'ida, jon'] }),
  start: () => optional(text(), { description: 'When it begins, as in due.', examples: ['2026-04-01'] }),
  due: () =>
    optional(text(), {
      description: 'When it is to be done: a date, as far as it is known.',
      examples: ['2026-04-16', '2026-04', 'Q2 2026', 'end of March 2026'],
    }),
  labels: () => optional(texts(), { description: 'What it is sorted by.', examples: [['search', 'ui']] }),
  dependsOn: () =>
    optional(texts(), {
      description: 'What must be done before: ids of tasks, issues, or words.',
      examples: [['RM-12', '#34']],
    }),
  references: () =>
    optional(texts(), {
      description: 'Issues and pull requests about it. One that begins with # must stand in quotes.',
      examples: [['#34', 'owner/repo#34', 'https://github.com/owner/repo/pull/34']],
    }),
  outcomes: (of: string) =>
    optional(texts(), {
      description: `What ${of} is to bring about. A number in it is read as a target.`,
      examples: [['A port is live in a day', '40%+ fewer manual corrections']],
    }),
};

/** An id has no blanks, so that a commit or a comment can name it. */
const id = (what: string) =>
  optional(z.union([z.string().check(z.regex(/^\S{1,80}$/, 'no-id' satisfies Constraint)), z.number()]), {
    description: `What other places call the ${what} by. Without one it is the title in lower case with dashes.`,
    examples: ['RM-12', 'smoke-tests'],
  });

/** Tasks hold tasks, and groups groups. */
const taskList = () => entries(z.lazy((): z.ZodMiniType => z.union([text(), taskSchema])));
const groupList = () => entries(z.lazy((): z.ZodMiniType => groupSchema));

export const taskShape = {
  title: required(text(), { description: 'What is to be done, in one line.' }),
  id: id('task'),
  status: optional(text(), {
    description: `Where it stands: ${statuses.join(', ')}, a word for one of them such as "in progress", or one of those that .roadmap/config.yaml sets. Without one a task stands where the task or group above it does.`,
    default: 'todo',
    examples: statuses,
  }),
  priority: facts.priority(),
  effort: facts.effort(),
  owner: facts.owner(),
  start: facts.start(),
  due: facts.due(),
  labels: facts.labels(),
  dependsOn: facts.dependsOn(),
  references: facts.references(),
  tasks: optional(taskList(), { description: 'Its subtasks: progress is counted on them instead.' }),
};

/** A task with keys. */
const taskSchema = z.strictObject(taskShape).register(z.globalRegistry, {
  id: 'task',
  title: 'Task',
  description: 'A task with keys. A task that is nothing but its title can stand as a plain text.',
});

export const groupShape = {
  title: required(text(), {
    description: 'Its name. A window in it, as in "Week 1-2: Search" or "Q1 2026", is read like the key window.',
  }),
  id: id('group'),
  kind: optional(z.enum(['horizon', 'phase', 'milestone', 'version', 'section']), {
    description: 'What kind of group it is. Without one the title and the window say it.',
  }),
  window: optional(text(), {
    description:
      'The stretch of time it takes: weeks or months counted from the start of the horizon or roadmap it stands in, a length, or a quarter, month or year of the calendar.',
    examples: ['Week 1-2', '30-Day', 'Q1 2026', 'March 2026'],
  }),
  status: optional(text(), {
    description: 'Where the tasks below stand that say nothing themselves.',
    examples: statuses,
  }),
  priority: facts.priority(),
  effort: facts.effort(),
  owner: facts.owner(),
  start: facts.start(),
  due: facts.due(),
  labels: facts.labels(),
  dependsOn: facts.dependsOn(),
  references: facts.references(),
  outcomes: facts.outcomes('the group'),
  tasks: optional(taskList(), { description: 'Its tasks, in order.' }),
  groups: optional(groupList(), { description: 'The groups it is divided into.' }),
};

const groupSchema = z.strictObject(groupShape).register(z.globalRegistry, {
  id: 'group',
  title: 'Group',
  description: 'A horizon, phase, milestone, version or section: a part of the plan with a title.',
});

const category = (of: string, example: string) =>
  optional(text(), { description: `The heading under which ${of} is listed.`, examples: [example] });

export const metricShape = {
  title: required(text(), { description: 'What is measured, or a goal without a number.' }),
  target: optional(text(), {
    description: 'The number to reach, with its unit. One that begins with > must stand in quotes.',
    examples: ['98%+', '< 200 ms (p95)', 'at most 2 hours'],
  }),
  claimed: optional(z.enum(['met', 'missed', 'open']), { description: 'What the roadmap itself says about it.' }),
  category: category('the metric', '30-Day Goals'),
};

export const riskShape = {
  title: required(text(), { description: 'What may go wrong.' }),
  mitigation: optional(text(), { description: 'What is done about it.' }),
  category: category('the risk', 'Technical'),
};

export const dependencyShape = {
  title: required(text(), { description: 'What the plan rests on.' }),
  category: category('the dependency', 'External'),
};

export const themeShape = {
  title: required(text(), { description: 'The standing work as a whole.' }),
  items: optional(texts(), { description: 'What belongs to it. It has no end, so it does not count in progress.' }),
};

export const reviewShape = {
  frequency: optional(text(), {
    description: 'How often the roadmap is looked at.',
    examples: ['Monthly', 'Every quarter'],
  }),
  lastUpdated: optional(text(), {
    description: 'When it was last looked at; an unknown day is XX.',
    examples: ['2026-01-31', '2026-01-XX'],
  }),
  next: optional(text(), { description: 'When it is looked at next.', examples: ['June 2026'] }),
  criteria: optional(texts(), { description: 'What makes the plan change.' }),
  process: optional(texts(), { description: 'The steps of a review.' }),
};

export const passageShape = {
  text: required(text(), { description: 'The paragraph.' }),
  points: optional(texts(), { description: 'The list that belongs to it.' }),
};

const passage = () => z.union([text(), z.strictObject(passageShape)]);
const listOf = <T extends z.core.$ZodShape>(shape: T) => entries(z.union([text(), z.strictObject(shape)]));

export const roadmapShape = {
  $schema: optional(z.string(), {
    description:
      'Says outside .roadmap/ that this file is a roadmap of this shape: any address of roadmap.schema.json.',
    examples: ['roadmap.schema.json'],
  }),
  title: optional(text(), { description: 'The name of the roadmap. Without one it is the name of the file.' }),
  generated: optional(text(), {
    description: 'When it was written; an unknown day is XX.',
    examples: ['2026-01-31', '2026-01-XX'],
  }),
  purpose: optional(text(), { description: 'What the roadmap is for.' }),
  summary: optional(passage(), { description: 'The plan in a paragraph, with points where it has some.' }),
  currentState: optional(text(), { description: 'Where things stand before the plan begins.' }),
  goal: optional(text(), { description: 'Where the plan leads.' }),
  facts: optional(z.record(z.string(), z.nullable(text())), {
    description: 'Whatever else the roadmap says of itself, each by a name of your own.',
    examples: [{ Audience: 'Port operators' }],
  }),
  groups: optional(groupList(), {
    description: 'The plan: horizons, phases, milestones, versions or sections, in order.',
  }),
  tasks: optional(taskList(), { description: 'Tasks that belong to no group.' }),
  outcomes: facts.outcomes('the plan as a whole'),
  metrics: optional(listOf(metricShape), {
    description: 'Success metrics: numbers to reach, and goals without one.',
    examples: [['Zero lost entries', { title: 'Response time', target: '< 200 ms (p95)', claimed: 'open' }]],
  }),
  risks: optional(listOf(riskShape), { description: 'What may go wrong, and what is done about it.' }),
  dependencies: optional(listOf(dependencyShape), { description: 'What the plan rests on.' }),
  themes: optional(listOf(themeShape), { description: 'Standing work without an end; it does not count in progress.' }),
  review: optional(z.strictObject(reviewShape), { description: 'How often and how the roadmap is looked at.' }),
  nextSteps: optional(texts(), { description: 'What comes first now.' }),
  conclusion: optional(passage(), { description: 'The last word, with points where it has some.' }),
};

/** The whole file. */
export const roadmapSchema = z.strictObject(roadmapShape).register(z.globalRegistry, {
  title: 'Roadmap',
  description: 'A plan: groups and tasks, and what stands beside them.',
});
