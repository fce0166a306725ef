import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import { groupsOf, tasksOf, type Group, type Roadmap, type Task } from '../../src/core/model/roadmap.js';
import type { Span } from '../../src/core/model/span.js';
import { countAll } from '../../src/core/views/statusJson.js';
import { findMojibake } from '../../src/core/text/mojibake.js';
import { decodeText } from '../../src/core/text/decode.js';
import { formatDate } from '../../src/core/values/date.js';
import { formatOf } from '../../src/core/formats/index.js';

/** Documents that are handed to the project and stay outside it. */
const shared = join(process.cwd(), '..', 'shared');
const seed = join(shared, 'seed');
const corpus = join(shared, 'corpus', 'files');

/** What a careful person reads in the reference document. */
interface Expected {
  readonly counts: Record<string, number>;
  readonly horizons: readonly {
    readonly title: string;
    readonly phases: readonly {
      readonly title: string;
      readonly priority: string;
      readonly effort: { readonly text: string; readonly minDays: number; readonly maxDays: number };
      readonly window: object;
      readonly tasks: readonly {
        readonly title: string;
        readonly status: string;
        readonly subtasks: readonly string[];
      }[];
      readonly outcomes: readonly string[];
    }[];
  }[];
  readonly metrics: readonly object[];
  readonly risks: readonly object[];
  readonly dependencies: readonly object[];
  readonly themes: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly review: {
    readonly frequency: string;
    readonly generated: string;
    readonly lastUpdated: string;
    readonly criteria: readonly string[];
    readonly process: readonly string[];
  };
  readonly nextSteps: readonly string[];
  readonly mojibake: { readonly places: number; readonly meant: Record<string, number> };
}

const texts = (items: readonly { readonly text: string }[]) => items.map(({ text }) => text);
const tasksIn = (group: Group) => group.children.filter((child): child is Task => child.kind === 'task');
const groupsIn = (node: Roadmap | Group) => node.children.filter((child): child is Group => child.kind !== 'task');

function without<T extends object>(value: T, ...keys: (keyof T)[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T)));
}

describe('The reference roadmap', () => {
  if (!existsSync(join(seed, 'TECHNICAL_ROADMAP.md'))) {
    console.log('  ../shared/seed is not there: the reference roadmap is not compared with what a person reads in it.');
    return;
  }
  const source = readFileSync(join(seed, 'TECHNICAL_ROADMAP.md'), 'utf8');
  const expected = JSON.parse(readFileSync(join(seed, 'expected.json'), 'utf8')) as Expected;
  const { value: roadmap, problems } = parseMarkdown(source);

  it('has the counts a person counts', () => assert.deepEqual(countAll(roadmap), expected.counts));

  it('has its horizons and phases, with window, priority, effort, tasks and outcomes', () => {
    const read = groupsIn(roadmap).map((horizon) => ({
      title: horizon.title,
      kind: horizon.kind,
      phases: groupsIn(horizon).map((phase) => ({
        title: phase.title,
        kind: phase.kind,
        priority: phase.priority?.value,
        effort: phase.effort && without(phase.effort, 'span'),
        window: phase.window && without(phase.window, 'span', 'text', 'basis'),
        basis: phase.window?.basis,
        tasks: tasksIn(phase).map((task) => ({
          title: task.title,
          status: task.status,
          subtasks: task.children.map((child) => child.title),
        })),
        outcomes: texts(phase.outcomes),
      })),
    }));
    const meant = expected.horizons.map((horizon) => ({
      title: horizon.title,
      kind: 'horizon',
      phases: horizon.phases.map((phase) => ({ ...phase, kind: 'phase', basis: 'horizon' })),
    }));
    assert.deepEqual(read, meant);
  });

  it('has nothing done but what is marked', () => {
    const done = [...tasksOf(roadmap)].filter(({ status }) => status === 'done');
    assert.deepEqual(
      done.map(({ statusSource }) => statusSource),
      Array(expected.counts['doneTasks']).fill('own'),
    );
  });

  it('has its metrics, with what they claim', () => {
    const read = roadmap.metrics.map(({ horizon, target, text, claimed }) => {
      if (!target) return { horizon, text, qualitative: true, claimed };
      const { name, comparison: op, value, unit, qualifier } = target;
      return { horizon, name, op, value, ...(unit ? { unit } : {}), ...(qualifier ? { qualifier } : {}), claimed };
    });
    assert.deepEqual(read, expected.metrics);
  });

  it('has its registers', () => {
    const { risks, dependencies, themes, nextSteps, review, facts } = roadmap;
    assert.deepEqual(
      risks.map(({ category, title, mitigation }) => ({ category, title, mitigation })),
      expected.risks,
    );
    assert.deepEqual(
      dependencies.map(({ category, text }) => ({ category, text })),
      expected.dependencies,
    );
    assert.deepEqual(
      themes.map(({ title, items }) => ({ title, items: texts(items) })),
      expected.themes,
    );
    assert.deepEqual(texts(nextSteps), expected.nextSteps);
    assert.deepEqual(
      {
        frequency: review?.frequency?.value,
        generated: formatDate(facts.generatedDate!),
        lastUpdated: formatDate(review!.lastUpdatedDate!),
        criteria: texts(review!.criteria),
        process: texts(review!.process),
      },
      expected.review,
    );
    assert.equal(review?.next?.value, 'Monthly');
    assert.deepEqual([facts.summary?.points.length, facts.conclusion?.points.length], [3, 5]);
    assert.ok(facts.purpose && facts.currentState && facts.goal);
  });

  it('has every garbled character as one problem with all its places', () => {
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['mojibake'],
    );
    const places = problems[0]!.places!;
    assert.equal(places.length, expected.mojibake.places);
    const counts: Record<string, number> = {};
    for (const place of findMojibake(source)) counts[place.meant] = (counts[place.meant] ?? 0) + 1;
    assert.deepEqual(counts, expected.mojibake.meant);
  });
});

describe('Real roadmaps', () => {
  const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => formatOf(name)) : [];
  if (files.length === 0) {
    console.log('  ../shared/corpus is not there: no real roadmaps are read.');
    return;
  }

  it(`are read without a throw, with every range inside them (${files.length} files)`, () => {
    for (const name of files) {
      const text = decodeText(readFileSync(join(corpus, name))).value!;
      const { value, problems } = parseMarkdown(text);
      const inside = ({ start, end }: Span) =>
        assert.ok(0 <= start && start <= end && end <= text.length, `${name}: ${start}-${end}`);
      const tasks = [...tasksOf(value)];
      for (const { titleSpan, title, span } of tasks) {
        inside(span);
        inside(titleSpan);
        // The range holds the title: its first and last letters are the same, whatever markup lies between.
        const raw = text.slice(titleSpan.start, titleSpan.end);
        if (/^[\w ]+$/.test(title))
          assert.ok(raw.startsWith(title[0]!) && raw.endsWith(title.at(-1)!), `${name}: ${title} / ${raw}`);
      }
      for (const { group } of groupsOf(value)) inside(group.titleSpan);
      for (const { span, places } of problems) [...(span ? [span] : []), ...(places ?? [])].forEach(inside);
      assert.equal(new Set(tasks.map(({ id }) => id.toLowerCase())).size, tasks.length, name);
    }
  });
});
