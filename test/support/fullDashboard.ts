import type { Dashboard, TaskItem } from '../../src/core/views/dashboard/dashboard.js';
import { now, today } from './measured.js';

const counts = { todo: 2, doing: 1, blocked: 1, done: 1, cancelled: 1, total: 5 };
const forecast = {
  state: 'ready',
  p50: today + 10,
  p85: today + 20,
  p95: today + 40,
  verdict: 'late',
  verdictText: 'will be late',
  text: '50 %: in ten days',
  explain: 'From ten weeks.',
} as const;
const hash = '8c1f2e0000000000000000000000000000000000';

/** A task that stands in the horizon of the dashboard below. */
function taskItem(task: Pick<TaskItem, 'id' | 'title' | 'status'> & Partial<TaskItem>): TaskItem {
  return {
    explicitId: true,
    leaf: true,
    horizon: 'harbour',
    group: 'pier',
    place: ['Harbour', 'Pier'],
    owners: [],
    labels: [],
    todos: 0,
    commits: 0,
    line: 10,
    ...task,
  };
}

/** A dashboard with something in every section and field. */
export const fullDashboard: Dashboard = {
  uri: 'file:///work/ROADMAP.md',
  path: 'ROADMAP.md',
  today,
  header: {
    title: 'Harbour plan',
    counts,
    percent: 20,
    done: { text: '1 of 5 done', explain: 'Counted are tasks without subtasks.' },
    effort: { text: '3 of 12 working days (25 %)', explain: 'A week is 5 working days.', percent: 25 },
    forecast: { text: 'by spring', explain: 'From ten weeks.' },
    facts: [
      { name: 'Generated', text: '2026-09-14', line: 2 },
      { name: 'Purpose', text: 'Ships land safely', line: 3 },
    ],
  },
  notices: [
    { kind: 'loading', text: 'The history is still being read.' },
    {
      kind: 'problem',
      text: 'Metrics cannot be read.',
      target: { kind: 'line', path: '.roadmap/config.yaml', line: 0 },
    },
    { kind: 'unavailable', text: 'There is no git here.' },
  ],
  horizons: [
    {
      id: 'harbour',
      title: 'Harbour',
      kind: 'horizon',
      line: 5,
      counts,
      percent: 20,
      done: { text: '1 of 5 done', explain: 'Five tasks are below it.' },
      effort: { text: '3 of 12 working days (25 %)', explain: 'Two tasks say their effort.', percent: 25 },
      start: today - 30,
      end: today - 1,
      window: 'the last thirty days',
      late: { state: 'late', text: 'late by 1 day', explain: 'It should be done by then.' },
      forecast,
    },
    {
      id: 'sea',
      title: 'Sea',
      kind: 'horizon',
      line: 50,
      counts: { ...counts, total: 0, todo: 0, doing: 0, blocked: 0, done: 0 },
      percent: 0,
      done: { text: '0 of 0 done', explain: 'No task is below it.' },
      forecast: { ...forecast, verdict: 'onTrack', verdictText: 'on track' },
    },
  ],
  timeline: {
    days: { start: today - 30, end: today + 60 },
    basis: 'Weeks count from the Generated date.',
    rows: [
      {
        kind: 'horizon',
        id: 'harbour',
        title: 'Harbour',
        depth: 0,
        horizon: 'harbour',
        groups: ['harbour', 'pier'],
        status: 'doing',
        percent: 20,
        start: today - 30,
        end: today - 1,
        late: { state: 'late', text: 'late by 1 day', explain: 'It should be done by then.' },
        window: 'the last thirty days',
        line: 5,
      },
      {
        kind: 'task',
        id: 'H-2',
        title: 'Lay planks',
        depth: 1,
        horizon: 'harbour',
        status: 'todo',
        percent: 0,
        end: today + 5,
        window: 'due in five days',
        line: 11,
      },
    ],
    undated: 3,
  },
  burnUp: {
    state: 'ready',
    reason: 'Older versions are missing.',
    points: [
      { day: today - 30, done: 0, total: 4 },
      { day: today - 3, done: 1, total: 5 },
    ],
    horizons: [
      { id: 'harbour', title: 'Harbour', points: [{ day: today - 30, done: 0, total: 4 }] },
      { id: 'sea', title: 'Sea', points: [] },
    ],
    forecast,
    summary: 'One of five tasks was done in a month.',
  },
  metrics: [
    {
      name: 'Test coverage',
      group: 'Goals',
      target: '≥ 70 %',
      qualitative: false,
      claimed: 'met',
      reading: '74.2 %',
      state: 'met',
      stateText: 'met',
      source: 'coverage/lcov.info',
      time: now - 7200,
      trend: [
        { time: now - 90_000, value: 60 },
        { time: now - 7200, value: 74.2 },
      ],
      direction: 'better',
      goal: { value: 70, comparison: '>=' },
      explain: '742 of 1,000 lines.',
      line: 60,
    },
    {
      name: 'Happy crews',
      target: 'Happy crews',
      qualitative: true,
      state: 'unmeasured',
      stateText: 'unmeasured',
      trend: [],
      explain: 'Nothing measures it.',
      line: 61,
    },
  ],
  next: {
    items: [
      { id: 'H-2', title: 'Lay planks', ready: true, because: 'high priority' },
      { id: 'H-3', title: 'Paint rails', ready: false, because: 'waits for H-2' },
    ],
    ready: 1,
    waiting: 1,
  },
  tasks: [
    taskItem({ id: 'H-1', title: 'Drive piles', status: 'done', commits: 2 }),
    taskItem({
      id: 'H-2',
      title: 'Lay planks',
      status: 'todo',
      priority: 'high',
      owners: ['ada'],
      labels: ['wood'],
      effort: '2-3 days',
      end: today + 5,
      todos: 1,
      line: 11,
    }),
    taskItem({
      id: 'H-3',
      title: 'Paint rails',
      status: 'blocked',
      priority: 'critical',
      late: { state: 'late', text: 'late by 2 days', explain: 'It should be done by then.' },
      line: 12,
    }),
    taskItem({ id: 'H-4', title: 'Wire lamps', status: 'doing', leaf: false, line: 13 }),
    taskItem({ id: 'H-5', title: 'Buy bulbs', status: 'doing', parent: 'H-4', line: 14 }),
    taskItem({ id: 'H-6', title: 'Build a castle', status: 'cancelled', line: 15 }),
    taskItem({ id: 'H-7', title: 'Ring the bell', status: 'todo', line: 16 }),
  ],
  risks: [
    { title: 'Storm', category: 'Weather', mitigation: 'Tie it down', line: 70 },
    { title: 'Rust', line: 71 },
  ],
  dependencies: [{ text: 'Port authority', category: 'External', line: 72 }],
  themes: [{ title: 'Safety', items: [{ text: 'Rails everywhere', line: 74 }], line: 73 }],
  outcomes: [{ group: 'Pier', horizon: 'harbour', text: 'Ships see the pier', line: 20 }],
  nextSteps: [{ text: 'Call the mayor', line: 80 }],
  activity: {
    state: 'ready',
    items: [
      {
        kind: 'commit',
        hash,
        time: now - 3600,
        author: 'Ada',
        text: 'Add a plank',
        task: { id: 'H-2', title: 'Lay planks' },
      },
      { kind: 'finished', hash, time: now - 90_000, author: 'Ben', text: 'Drive piles' },
    ],
    total: 2,
    todoTotal: 1,
    todos: [{ task: 'H-2', text: 'mind the gap', path: 'src/pier.ts', line: 41 }],
  },
  review: {
    overdue: true,
    text: 'monthly, overdue',
    line: 90,
    criteria: [{ text: 'Are ships happy?', line: 91 }],
    process: [{ text: 'Look at the pier', line: 95 }],
  },
  problems: {
    state: 'ready',
    errors: 1,
    warnings: 1,
    infos: 1,
    items: [{ code: 'overdue', severity: 'warning', message: 'Harbour is late', path: 'ROADMAP.md', line: 5 }],
  },
};

/** A plan of so many tasks, all in one horizon. */
export function bigDashboard(size: number): Dashboard {
  const tasks = Array.from({ length: size }, (_, index) =>
    taskItem({ id: `T-${index}`, title: `Task ${index}`, status: index % 3 === 0 ? 'done' : 'todo', line: index }),
  );
  return { ...fullDashboard, tasks };
}
