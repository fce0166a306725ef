import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/core/config/readConfig.js';
import { dedent } from '../../../support/check.js';

/** The problems of a configuration as `code: message at «text»`. */
function problems(text: string): string[] {
  return readConfig(text).problems.map(
    ({ code, message, span }) => `${code}: ${message} at «${span ? text.slice(span.start, span.end).trim() : ''}»`,
  );
}

describe('.roadmap/config.yaml', () => {
  it('is read with every key', () => {
    const { value, problems: none } = readConfig(
      dedent(`
        roadmaps: [plans/*.md, docs/next.md]
        idPrefix: RM
        status:
          done: [Fertig, "[D]", 🎉]
          doing: [" läuft "]
        aliases:
          OLD-Task: new-task
          RM-1: RM-2
      `),
    );
    assert.deepEqual(none, []);
    assert.deepEqual(value.roadmaps, ['plans/*.md', 'docs/next.md']);
    assert.equal(value.idPrefix, 'RM');
    assert.deepEqual(
      value.statusMarks,
      new Map([
        ['fertig', 'done'],
        ['[d]', 'done'],
        ['🎉', 'done'],
        ['läuft', 'doing'],
      ]),
    );
    assert.deepEqual(
      [...value.aliases],
      [
        ['old-task', 'new-task'],
        ['rm-1', 'RM-2'],
      ],
    );
  });

  for (const [name, text] of Object.entries({
    nothing: '',
    'a comment': '# later\n',
    null: '~\n',
    'keys without values': 'roadmaps:\nstatus:\n',
  })) {
    it(`may hold ${name}`, () => {
      const { value, problems: none } = readConfig(text);
      assert.deepEqual([value.roadmaps, value.idPrefix, value.statusMarks.size, none], [[], undefined, 0, []]);
    });
  }

  it('says which keys it knows', () => {
    assert.deepEqual(problems('idPrefx: RM\n'), [
      'config-value: "idPrefx" is no known key: use one of roadmaps, idPrefix, status, dialect, archive, aliases, metrics, problems. at «idPrefx»',
    ]);
    assert.deepEqual(problems('status:\n  finished: [a]\n'), [
      'config-value: "status" has no key finished: use todo, doing, blocked, done or cancelled. at «finished»',
    ]);
  });

  const wrong: Record<string, RegExp> = {
    'roadmaps: plan.md': /"roadmaps" must be a list\. at «plan\.md»/,
    'roadmaps: [1]': /"roadmaps", entry 1, must be a text\. at «1»/,
    'roadmaps: [""]': /"roadmaps", entry 1, must not be empty/,
    'roadmaps: [../plan.md]': /must be a path inside the folder, such as docs\/plan\.md\. at «\.\.\/plan\.md»/,
    'roadmaps: [a/../../b.md]': /must be a path inside the folder/,
    'roadmaps: [/etc/plan.md]': /must be a path inside the folder/,
    'roadmaps: ["C:/plan.md"]': /must be a path inside the folder/,
    "roadmaps: ['..\\plan.md']": /must be a path inside the folder/,
    "roadmaps: ['C:\\x.md']": /must be a path inside the folder/,
    "roadmaps: ['c:\\plans\\*.md']": /must be a path inside the folder/,
    "roadmaps: ['\\\\nas\\plans\\x.md']": /must be a path inside the folder/,
    'idPrefix: 12': /"idPrefix" must be a text\. at «12»/,
    'idPrefix: R M': /must be letters and digits, such as RM\. at «R M»/,
    'status: done': /"status" must be keys with values\. at «done»/,
    'status: {done: x}': /"status\.done" must be a list\. at «x»/,
    'status: {done: [" "]}': /"status\.done", entry 1, must not be empty/,
    'aliases: {old: 12}': /"aliases\.old" must be a text\. at «12»/,
    'aliases: {old: ""}': /"aliases\.old" must not be empty/,
    'dialect: emacs': /"dialect" must be one of github, obsidian, kiro\. at «emacs»/,
    '[a, b]':
      /must be keys with values: roadmaps, idPrefix, status, dialect, archive, aliases, metrics, problems\. at «\[a, b\]»/,
    'just words': /must be keys with values/,
  };
  for (const [text, message] of Object.entries(wrong)) {
    it(`says what is wrong with ${text}`, () => {
      const [first, ...others] = problems(`${text}\n`);
      assert.match(first!, message);
      assert.deepEqual(others, []);
    });
  }

  it('says how check boxes are meant', () => {
    assert.equal(readConfig('dialect: obsidian\n').value.dialect, 'obsidian');
    assert.equal(readConfig('dialect: emacs\n').value.dialect, undefined);
  });

  it('loses a wrong entry alone', () => {
    const { value, problems: found } = readConfig(
      'roadmaps: [a.md, 3, ../b.md, c.md]\nstatus: {done: [live], gone: [x]}\n',
    );
    assert.deepEqual(value.roadmaps, ['a.md', 'c.md']);
    assert.deepEqual([...value.statusMarks], [['live', 'done']]);
    assert.equal(found.length, 3);
  });

  it('knows where each alias stands', () => {
    const text = 'aliases:\n  Old-Id: RM-1\n';
    const { start, end } = readConfig(text).value.aliasSpans.get('old-id')!;
    assert.equal(text.slice(start, end), 'Old-Id: RM-1');
  });

  it('loses a wrong value alone', () => {
    const { value } = readConfig('idPrefix: 1\nroadmaps: [a.md]\naliases: {old: new}\n');
    assert.deepEqual([value.idPrefix, value.roadmaps, value.aliases.get('old')], [undefined, ['a.md'], 'new']);
  });

  it('says where it is no YAML, and reads the rest', () => {
    const text = 'idPrefix: RM\nroadmaps: [a.md\naliases:\n';
    const { value, problems: found } = readConfig(text);
    assert.equal(value.idPrefix, 'RM');
    assert.ok(found.length > 0 && found.every(({ code }) => code === 'config-syntax'));
    for (const { span } of found) assert.ok(span && span.start >= text.indexOf('[') && span.end <= text.length);
    assert.match(problems('a: 1\na: 2\n').join('\n'), /config-syntax: .*unique/);
    assert.match(problems('a: 1\n---\nb: 2\n').join('\n'), /config-syntax/);
  });

  it('refuses aliases that unfold into a large value, and says so', () => {
    const bomb = ['roadmaps: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level++) {
      const before = String.fromCharCode(96 + level);
      bomb.push(`k${level}: &${String.fromCharCode(97 + level)} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const { value, problems: found } = readConfig(`${bomb.join('\n').replace('k8', 'status')}\nidPrefix: RM\n`);
    assert.equal(value.idPrefix, 'RM');
    assert.ok(found.some(({ message }) => message.startsWith('"status" cannot be read')));
  });

  const endless: Record<string, string> = {
    brackets: `a: ${'['.repeat(20_000)}`,
    'brackets on lines': '[\n'.repeat(20_000),
    braces: `a: ${'{b: '.repeat(20_000)}`,
    dashes: '- '.repeat(20_000),
    questions: '? '.repeat(20_000),
    indentation: Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    'a line': `a: ${'b'.repeat(1_000_000)}`,
  };
  for (const [name, text] of Object.entries(endless)) {
    it(`refuses what has no end: ${name}`, () => {
      const { value, problems: found } = readConfig(text);
      assert.deepEqual([value.roadmaps, found.map(({ code }) => code)], [[], ['config-syntax']]);
    });
  }

  it('takes names of built-in properties for what they are: names', () => {
    const { value } = readConfig('aliases: {__proto__: a, constructor: b, toString: c}\n');
    assert.deepEqual([value.aliases.get('constructor'), value.aliases.get('tostring')], ['b', 'c']);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });
});
