import assert from 'node:assert/strict';
import { readYaml } from '../../../../../src/core/formats/yaml/readYaml.js';
import { problemsOf } from '../../../../support/check.js';
import { checkYaml, messagesOf } from '../../../../support/yaml.js';

describe('What is wrong in a roadmap in YAML', () => {
  const wrong: Record<string, [string, string]> = {
    'titel: Plan\ntasks: [a]': ['"titel" is no known key here: did you mean title? at «titel»', '( ) a'],
    'tasks:\n- title: a\n  colour: red': [
      '"colour" is no known key here: use title, id, status, priority, effort, owner, start, due, labels, dependsOn, references, tasks. at «colour»',
      '( ) a',
    ],
    'tasks:\n- title: a\n  due: soon': [
      '"soon" is no date that is known here: write it like 2026-04-16, April 2026 or Q2 2026. at «soon»',
      '( ) a',
    ],
    'tasks:\n- title: a\n  labels: ui': [
      '"labels" must be a list: write each entry on a line of its own, behind a dash. at «ui»',
      '( ) a',
    ],
    'tasks:\n- title: a\n  references: [the search]': [
      '"the search" is no issue that is known here: write it like "#12", owner/repo#12 or SHOP-12, or give its address. at «the search»',
      '( ) a',
    ],
    'tasks:\n- title: a\n  priorty: high': [
      '"priorty" is no known key here: did you mean priority? at «priorty»',
      '( ) a',
    ],
    'tasks: a': ['"tasks" must be a list: write each entry on a line of its own, behind a dash. at «a»', ''],
    'tasks:\n- a\n- [b]\n- c': ['"tasks", entry 2, must be a text or keys with values. at «[b]»', '( ) a\n( ) c'],
    'tasks:\n- a\n- true': ['true is no text here: put it in quotes. at «true»', '( ) a'],
    'tasks:\n- a\n- ""': ['"tasks", entry 2, must not be empty. at «""»', '( ) a'],
    'tasks:\n- title: a\n  priority: High': [
      '"priority" must be one of critical, high, medium, low. at «High»',
      '( ) a',
    ],
    'tasks:\n- title: a\n  id: two words': ['"id" must be one word of at most 80 characters. at «two words»', '( ) a'],
    'tasks:\n- title: a\n  effort: XL': [
      '"XL" is no amount of work that is known here: write it like 2-3 days, 4 h or 1 month. at «XL»',
      '( ) a',
    ],
    'tasks:\n- title: [a]\n  status: done': ['"title" must be a text. at «[a]»', '[x] …'],
    'tasks:\n- status: done\n  tasks: [a]': ['The key title is missing here: add it. at «s»', '[x] …\n  (x) a'],
    'groups:\n- title: A\n  window: soon\n  tasks: [a]': [
      '"soon" is no stretch of time that is known here: write it like Week 1-2, 30-Day, Q1 2026 or March 2026. at «soon»',
      'section: A\n  ( ) a',
    ],
    'groups: [A]\ntasks: [a]': ['"groups", entry 1, must be keys with values. at «A»', '( ) a'],
    'groups:\n- title: A\n  kind: epic\n  tasks: [a]': [
      '"kind" must be one of horizon, phase, milestone, version, section. at «epic»',
      'section: A\n  ( ) a',
    ],
    'metrics: [{ title: Speed, target: fast }]\ntasks: [a]': [
      '"fast" names no number to reach: write it like 98%+, < 200 ms (p95) or at most 2 hours. at «fast»',
      '( ) a',
    ],
    'metrics: [{ target: 5 }]\ntasks: [a]': ['The key title is missing here: add it. at «{ target: 5 }»', '( ) a'],
    'summary: { points: [x] }\ntasks: [a]': ['The key text is missing here: add it. at «{ points: [x] }»', '( ) a'],
    'facts: [x]\ntasks: [a]': ['"facts" must be keys with values. at «[x]»', '( ) a'],
    'review: monthly\ntasks: [a]': ['"review" must be keys with values. at «monthly»', '( ) a'],
    'x: &a b\ntasks: [*a, c]': ['An alias is not read here: write the value out. at «*a»', '( ) c'],
    'tasks:\n- ✅ Write': [
      'The mark before "✅ Write" does not count: write title and status as keys, such as "title: …" and "status: done". at «✅ Write»',
      '( ) ✅ Write',
    ],
    'tasks:\n- "[x] Write"': [
      'The mark before "[x] Write" does not count: write title and status as keys, such as "title: …" and "status: done". at «[x] Write»',
      '( ) [x] Write',
    ],
    'tasks:\n- Mend search: it hangs': [
      '"Mend search: it hangs" is read as a text: put it in quotes, for its colon. at «Mend search: it hangs»',
      '( ) Mend search: it hangs',
    ],
    'nextSteps:\n- First: rest\ntasks: [a]': [
      '"First: rest" is read as a text: put it in quotes, for its colon. at «First: rest»',
      '( ) a',
    ],
    '- a': [
      'A roadmap must be keys with values: write tasks below "tasks:", and groups of tasks below "groups:". at «- a»',
      '',
    ],
  };
  for (const [text, [message, plan]] of Object.entries(wrong)) {
    it(`costs itself: ${text.replaceAll('\n', '⏎')}`, () => {
      const messages = messagesOf(text).filter(
        (said) => !said.startsWith('No task') && !said.startsWith('"x" is no known'),
      );
      assert.deepEqual(messages, [message]);
      checkYaml(text, plan, problemsOf(text, {}, readYaml));
    });
  }

  const syntax: Record<string, [RegExp, string]> = {
    'tasks:\n- title: a\n  owner: @ida\n- b': [
      /^A text cannot begin with this character: put it in quotes\. at «@»$/,
      '( ) a\n( ) b',
    ],
    'metrics:\n- title: x\n  target: >= 5%\ntasks: [a]': [
      /^A text that begins with > or \| must stand in quotes/,
      '( ) a',
    ],
    'tasks: [a, b\ngroups: []\n': [/^This is no valid YAML: .*\. The part that can be read counts\./, '( ) a\n( ) b'],
    'tasks: [a]\ntasks: [b]\n': [/^"tasks" stands twice among these keys, which must be unique: remove one/, '( ) a'],
    'tasks: [a]\n---\ntasks: [b]\n': [/^This file holds several documents: only the first one counts\./, '( ) a'],
  };
  for (const [text, [message, plan]] of Object.entries(syntax)) {
    it(`leaves what can be read: ${text.replaceAll('\n', '⏎')}`, () => {
      assert.match(messagesOf(text)[0]!, message);
      assert.equal(problemsOf(text, {}, readYaml)[0]!.split(':')[0], 'roadmap-syntax');
      checkYaml(text, plan, problemsOf(text, {}, readYaml));
    });
  }

  it('is listed a hundred times at most', () => {
    const problems = messagesOf(`tasks:\n${'- true\n'.repeat(300)}`);
    assert.equal(problems.filter((message) => message.startsWith('true is no text')).length, 100);
    assert.equal(problems.filter((message) => message.startsWith('More than 100 places')).length, 1);
  });
});
