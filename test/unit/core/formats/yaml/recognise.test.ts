import assert from 'node:assert/strict';
import { namesOurSchema } from '../../../../../src/core/formats/yaml/recognise.js';
import { fixture } from '../../../../support/golden.js';

describe('A text names our schema', () => {
  const ours: Record<string, string> = {
    'in a comment for YAML editors': '# yaml-language-server: $schema=./schemas/roadmap.schema.json\ntasks: [a]\n',
    'in such a comment behind others':
      '# Our plan\r\n#yaml-language-server: $schema=roadmap.schema.json\r\ntasks: [a]\r\n',
    'by a key': '$schema: roadmap.schema.json\ntasks: [a]\n',
    'by a key behind others': 'title: Plan\n"$schema": "../roadmap.schema.json" # ours\n',
    'by a key of JSON': '{ "title": "Plan", "$schema": "https://example.org/roadmap.schema.json" }',
    'by a key of JSON on a line': '\n{\n\t"$schema" : "roadmap.schema.json",\n\t"tasks": []\n}\n',
    'as the fixture does': fixture('orchard.yaml'),
  };
  for (const [name, text] of Object.entries(ours)) it(name, () => assert.ok(namesOurSchema(text)));
});

describe('A text does not name our schema', () => {
  const others: Record<string, string> = {
    'where it names none': 'title: Plan\ntasks: [a]\n',
    'where it is empty': '',
    'where it names another': '# yaml-language-server: $schema=https://example.org/roadmap.json\ntasks: [a]\n',
    'where it names one that ends alike': '$schema: my-roadmap.schema.json\n',
    'where it names what is beside it': '{ "$schema": "roadmap.schema.json.bak" }',
    'in a key below another': 'schemas:\n  $schema: roadmap.schema.json\n',
    'in a text': 'text: see $schema=roadmap.schema.json\n',
    'where it has no place for it': `# ${'x'.repeat(4_000)}\n$schema: roadmap.schema.json\n`,
  };
  for (const [name, text] of Object.entries(others)) it(name, () => assert.ok(!namesOurSchema(text)));
});
