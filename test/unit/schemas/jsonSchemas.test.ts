import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readConfig } from '../../../src/core/config/readConfig.js';
import { readYaml } from '../../../src/core/formats/yaml/readYaml.js';
import { jsonSchemas } from '../../../src/schemas/jsonSchemas.js';
import { fixture } from '../../support/golden.js';

/** What the build has written, which is what editors get. */
const built = (name: string) => JSON.parse(readFileSync(`dist/schemas/${name}`, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv({ allowUnionTypes: true });
const accepts = {
  roadmap: ajv.compile(built('roadmap.schema.json')),
  config: ajv.compile(built('config.schema.json')),
};

/** What the shape decides; what efforts, windows, targets and statuses mean is the reader's to say. */
const structural = new Set(['roadmap-value', 'unknown-key', 'config-value']);
const said = {
  roadmap: (text: string) => readYaml(text).problems.filter(({ code }) => structural.has(code)),
  config: (text: string) => readConfig(text).problems.filter(({ code }) => structural.has(code)),
};

/** Checks that schema and reader agree about a text. */
function checkAgreement(kind: 'roadmap' | 'config', text: string): boolean {
  const valid = accepts[kind](parse(text));
  const problems = said[kind](text);
  const found = JSON.stringify(valid ? problems : accepts[kind].errors);
  assert.equal(problems.length === 0, valid, `${text}\n${found}`);
  return valid;
}

describe('The JSON Schemas', () => {
  it('are those that the build has written', () => {
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      assert.deepEqual(built(name), JSON.parse(JSON.stringify(schema)));
    }
  });

  it('name no place of their own, and say what they are of', () => {
    for (const schema of Object.values(jsonSchemas())) {
      assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
      assert.ok(!('$id' in schema));
      assert.match(String(schema['title']), /^[A-Z]/);
      assert.match(String(schema['description']), /^[A-Z].*\.$/);
    }
  });

  it('describe every key, in sentences', () => {
    let keys = 0;
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(child as Record<string, { description?: string }>)) {
            keys++;
            assert.match(property.description ?? '', /^[A-Z].*\.$/, `${path}.${name}`);
          }
        }
        // Examples are data, whose keys describe nothing.
        if (key !== 'examples' && key !== 'default') visit(child, `${path}.${key}`);
      }
    };
    visit(jsonSchemas(), '');
    assert.ok(keys > 60, `${keys} keys`);
  });

  it('give examples and defaults that they accept themselves', () => {
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      const accept = name === 'config.schema.json' ? accepts.config : accepts.roadmap;
      const properties = schema['properties'] as Record<string, { examples?: unknown[]; default?: unknown }>;
      for (const [key, { examples = [], default: initial }] of Object.entries(properties)) {
        for (const value of [...examples, ...(initial === undefined ? [] : [initial])]) {
          assert.ok(accept({ [key]: value }), `${name} ${key}: ${JSON.stringify(accept.errors)}`);
        }
      }
    }
  });
});

describe('Schema and reader agree', () => {
  for (const name of ['orchard.yaml', 'ledger.yaml']) {
    it(`about ${name}, which both accept`, () => assert.ok(checkAgreement('roadmap', fixture(name))));
  }

  const refused: Record<'roadmap' | 'config', readonly string[]> = {
    roadmap: [
      'titel: Plan',
      'title: [a]',
      'title: true',
      'title: ""',
      'title: " "',
      'tasks: a',
      'tasks: [[a]]',
      'tasks: [true]',
      'tasks: [""]',
      'tasks: [{}]',
      'tasks: [{ title: a, budget: b }]',
      'tasks: [{ title: a, priority: High }]',
      'tasks: [{ title: a, id: two words }]',
      'tasks: [{ title: a, tasks: [{ titel: b }] }]',
      'tasks:\n- a: b',
      'groups: [a]',
      'groups: [{ title: a, kind: epic }]',
      'groups: [{ title: a, groups: [{ tasks: [b] }] }]',
      'outcomes: [{ title: a }]',
      'metrics: [{ title: a, claimed: yes }]',
      'metrics: [{ target: 5 }]',
      'risks: { a: b }',
      'themes: [{ title: a, items: b }]',
      'review: monthly',
      'review: { when: now }',
      'facts: [a]',
      'facts: { a: [b] }',
      'summary: [a]',
      'summary: { points: [a] }',
      '$schema: 1',
      '[a]',
      'text',
      '12',
    ],
    config: [
      'roadmaps: a.md',
      'roadmaps: [1]',
      'roadmaps: [""]',
      'roadmaps: [../a.md]',
      'roadmaps: [a/../../b.md]',
      'roadmaps: [/a.md]',
      'roadmaps: ["C:/a.md"]',
      "roadmaps: ['..\\a.md']",
      'idPrefix: 12',
      'idPrefix: R M',
      'status: done',
      'status: { done: a }',
      'status: { done: [" "] }',
      'status: { gone: [a] }',
      'aliases: { a: 1 }',
      'aliases: { a: "" }',
      'metrics: [a]',
      'metrics: { T: a.json }',
      'metrics: { T: [a] }',
      'metrics: { " ": { file: a } }',
      'metrics: { T: {} }',
      'metrics: { T: { unit: ms } }',
      'metrics: { T: { file: a, git: lead-time } }',
      'metrics: { T: { file: ../a } }',
      'metrics: { T: { file: "a\\0" } }',
      'metrics: { T: { file: null } }',
      'metrics: { T: { file: a, format: xml } }',
      'metrics: { T: { file: a, aggregate: p101 } }',
      'metrics: { T: { file: a, tolerance: 2 } }',
      'metrics: { T: { file: a, maxAge: .inf } }',
      'metrics: { T: { file: a, days: 3 } }',
      'metrics: { T: { git: speed } }',
      'metrics: { T: { git: lead-time, days: 1.5 } }',
      'metrics: { T: { git: lead-time, unit: h } }',
      'metrics: { T: { command: npm test } }',
      'metrics: { T: { command: [] } }',
      'metrics: { T: { command: [" "] } }',
      'metrics: { T: { command: [a, 1] } }',
      'metrics: { T: { command: [a, "\\0"] } }',
      'metrics: { T: { command: [a], timeout: 601 } }',
      `metrics: {${Array.from({ length: 201 }, (_, index) => ` M${index}: { file: a }`).join(',')} }`,
      'other: 1',
      '[a]',
    ],
  };
  for (const kind of ['roadmap', 'config'] as const) {
    for (const text of refused[kind]) {
      it(`that a ${kind} is not: ${text.slice(0, 80).replaceAll('\n', '⏎')}`, () =>
        assert.ok(!checkAgreement(kind, text)));
    }
  }

  for (const text of [
    'roadmaps: [a..b/c.md, "*/x.md", ...md]\n',
    'roadmaps:\nidPrefix:\nstatus:\naliases:\n',
    'status: { done: [" x "] }',
    'metrics:\n  T:\n',
    'metrics: { T: { file: a..b/c.json, format: json, value: $.a, aggregate: p99.9, unit: ms, tolerance: 0, maxAge: 0.5 } }',
    'metrics: { T: { file: a, format:, value:, unit:, tolerance: } }',
    'metrics: { T: { git: lead-time, tags: v*, days: 30 }, 30-Day/T: { git: release-frequency } }',
    'metrics: { T: { command: [a, "", b c], timeout: 1.5, format: csv } }',
  ]) {
    it(`that a config is: ${text.replaceAll('\n', '⏎')}`, () => assert.ok(checkAgreement('config', text)));
  }

  const scalar = fc.constantFrom<unknown>(
    'a',
    'done',
    'high',
    'met',
    'phase',
    'Week 1',
    'R-1',
    'b c',
    '',
    ' ',
    2,
    1.5,
    true,
    null,
  );
  const keys =
    'title tasks groups status priority id kind claimed category items points text summary facts metrics risks themes review outcomes criteria nextSteps x $schema';
  const key = fc.constantFrom(...keys.split(' '));
  const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const text = fc.constantFrom<unknown>('a', 'b c', 2, 1.5);
  const { task, group } = fc.letrec<{ task: unknown; group: unknown }>((tie) => {
    const facts = {
      title: text,
      id: fc.constantFrom('R-1', 'x', 7),
      status: fc.constantFrom('done', 'todo', 'shelved', null),
      priority: fc.constantFrom('high', 'low', null),
      tasks: fc.oneof(fc.constant(null), fc.array(tie('task'), { maxLength: 2 })),
    };
    const groups = fc.array(tie('group'), { maxLength: 2 });
    return {
      task: fc.oneof({ maxDepth: 3 }, text, fc.constant(null), fc.record(facts, { requiredKeys: ['title'] })),
      group: fc.oneof(
        { maxDepth: 3 },
        fc.constant({ title: 'Now' }),
        fc.record({ ...facts, groups, outcomes: fc.array(text, { maxLength: 2 }) }, { requiredKeys: ['title'] }),
      ),
    };
  });
  const plan = fc.record({
    title: text,
    tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
    groups: fc.array(group, { maxLength: 3 }),
    metrics: fc.array(
      fc.oneof(text, fc.record({ title: text, target: fc.constant('5 ms'), claimed: fc.constant('met') })),
      {
        maxLength: 2,
      },
    ),
    facts: fc.dictionary(fc.constantFrom('Audience', 'a b', 'x: y'), text),
  });

  it('about any plan, which both accept', () => {
    fc.assert(
      fc.property(plan, (value) =>
        assert.ok(checkAgreement('roadmap', stringify(value, { aliasDuplicateObjects: false }))),
      ),
      { seed: 21, numRuns: 60 },
    );
  });

  it('about any plan with something else in the place of a part, in YAML and in JSON', () => {
    let valid = 0;
    const runs = 80;
    fc.assert(
      fc.property(plan, key, anything, (value, at, wrong) => {
        const changed = { ...value, [at]: wrong };
        if (checkAgreement('roadmap', JSON.stringify(changed))) valid++;
        checkAgreement(
          'roadmap',
          stringify(changed, { defaultStringType: 'QUOTE_DOUBLE', aliasDuplicateObjects: false }),
        );
      }),
      { seed: 22, numRuns: runs },
    );
    // Neither side may be so strict or so lenient that there is nothing to agree about.
    assert.ok(valid > runs / 20 && valid < runs / 2, `${valid} of ${runs}`);
  });
});
