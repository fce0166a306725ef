import { block, line, nested, oneCharacter, skip, skipLine } from '../rules.js';
import { between, closed, doubled, escaped, holes, multiline, paired, quoted, verbatim } from '../strings.js';
import { pattern } from '../patterns.js';
import type { Language } from './language.js';

/** The comments of C and all that took them over. */
const slashes = [line('//'), block('/*', '*/')];

const doc = quoted('"""', multiline);
const quotes = [quoted('"'), quoted("'")];
const nestedSlashes = [line('//'), nested('/*', '*/')];
/** A quotation mark between digits divides them: `1'000`. */
const notInNumber = "(?<!\\b\\d[\\w.']{0,40})";
const c = [...slashes, quoted('"'), quoted("'", escaped, notInNumber)];
const rawString = paired('"', '(?<=\\b(?:u8|[uUL])?R)"[^\\s()\\\\"]{0,16}\\(', (open) => `)${open.slice(1, -1)}"`);
const interpolated = { ...escaped, ...holes('${') };

/** `{{` stands for a brace. */
const inCSharp = { holes: [{ open: '{', close: '}' }], twice: '{' } as const;

/** An apostrophe in the text between tags; only behind words of the language a string may follow at once. */
const notInWord =
  '(?<![A-Za-z](?<!\\b(?:case|return|typeof|in|of|default|throw|yield|await|else|from|import|as|void|new|delete|instanceof)))';

/** JavaScript and TypeScript, with JSX. */
export const script = [
  // The text between tags may hold addresses.
  skip('/', '(?<=\\bhttps?:)\\/\\/'),
  line('//'),
  block('/*', '*/'),
  quoted('"'),
  quoted("'", escaped, notInWord),
  quoted('`', { ...multiline, ...holes('${') }),
  pattern({
    words: 'return typeof instanceof in of new delete void throw case do else yield await default extends'.split(' '),
  }),
];

const url = skip('u', 'url\\([^"\'()\\n\\r]*\\)');
const inStyle = { ...escaped, ...holes('#{') };

/** CSS. */
export const css = [block('/*', '*/'), ...quotes, url];
/** SCSS. */
export const scss = [...slashes, quoted('"', inStyle), quoted("'", inStyle), url];
/** Less. */
export const less = [...slashes, quoted('"'), quoted("'"), url];

const character = skip("'", `'${oneCharacter}'`);

/** Languages with `//`, and styles. */
export const braceLanguages: readonly Language[] = [
  {
    name: 'TypeScript',
    ids: ['typescript', 'typescriptreact'],
    endings: ['ts', 'tsx', 'mts', 'cts'],
    interpreters: ['ts-node', 'tsx', 'deno'],
    rules: script,
  },
  {
    name: 'JavaScript',
    ids: ['javascript', 'javascriptreact', 'qml'],
    endings: ['js', 'jsx', 'mjs', 'cjs', 'es6', 'qml', 'gs', 'wxs'],
    files: ['jakefile'],
    interpreters: ['node', 'nodejs', 'bun', 'qjs', 'gjs'],
    rules: script,
  },
  {
    name: 'JSON with comments',
    ids: ['json', 'jsonc', 'json5', 'jsonl'],
    endings: ['json', 'jsonc', 'json5', 'code-workspace', 'code-snippets', 'hjson'],
    files: ['.babelrc', '.eslintrc', '.jshintrc', '.jscsrc', '.swcrc', '.prettierrc'],
    rules: [...slashes, ...quotes],
  },
  { name: 'CSS', ids: ['css', 'postcss', 'tailwindcss'], endings: ['css', 'pcss', 'postcss', 'wxss'], rules: css },
  { name: 'SCSS', ids: ['scss', 'sass', 'stylus'], endings: ['scss', 'sass', 'styl'], rules: scss },
  { name: 'Less', ids: ['less'], endings: ['less'], rules: less },
  {
    name: 'C',
    ids: ['c', 'opencl', 'glsl', 'hlsl', 'wgsl', 'shaderlab', 'metal', 'cuda'],
    endings:
      'c h cl glsl vert frag geom tesc tese comp hlsl fx fxh wgsl shader cginc compute metal cu cuh y l rl ino pde'.split(
        ' ',
      ),
    rules: c,
  },
  {
    name: 'C++',
    ids: ['cpp', 'cuda-cpp', 'arduino'],
    endings: ['cc', 'cpp', 'cxx', 'c++', 'hh', 'hpp', 'hxx', 'h++', 'ipp', 'tpp', 'inl', 'ixx', 'cppm', 'yy', 'ii'],
    rules: [rawString, ...c],
  },
  {
    name: 'Objective-C',
    ids: ['objective-c', 'objective-cpp'],
    endings: ['m', 'mm'],
    rules: [rawString, ...c],
  },
  {
    name: 'C#',
    ids: ['csharp'],
    endings: ['cs', 'csx', 'cake'],
    rules: [
      ...slashes,
      quoted('"', { ...doubled, lines: true }, '(?<=(?<!\\$)@)'),
      quoted('"', { ...doubled, lines: true, ...inCSharp }, '(?<=@\\$|\\$@)'),
      paired('"', '(?<!")"{3,}', (open) => open),
      quoted('"', { ...escaped, ...inCSharp }, '(?<=\\$)'),
      quoted('"'),
      quoted("'"),
      skipLine('#', '#(?=[ \\t]*(?:error|warning|region|endregion|pragma)\\b)'),
    ],
  },
  {
    name: 'Java',
    ids: ['java', 'apex', 'aidl', 'processing'],
    endings: ['java', 'apex', 'aidl', 'jsh', 'trigger'],
    interpreters: ['java'],
    rules: [...slashes, doc, ...quotes],
  },
  {
    name: 'Kotlin',
    ids: ['kotlin', 'kotlinscript'],
    endings: ['kt', 'kts', 'ktm'],
    interpreters: ['kotlin'],
    rules: [...nestedSlashes, quoted('"""', { ...verbatim, ...holes('${') }), quoted('"', interpolated), quoted("'")],
  },
  {
    name: 'Scala',
    ids: ['scala'],
    endings: ['scala', 'sc', 'sbt'],
    interpreters: ['scala'],
    rules: [
      ...nestedSlashes,
      quoted('"""', { ...verbatim, ...holes('${') }, '(?<=\\w)'),
      quoted('"""', verbatim),
      quoted('"', interpolated, '(?<=\\w)'),
      quoted('"'),
      character,
    ],
  },
  {
    name: 'Swift',
    ids: ['swift'],
    endings: ['swift'],
    interpreters: ['swift'],
    rules: [
      ...nestedSlashes,
      paired('#', '(?<!#)#+"(?:"")?', (open) => open.split('').reverse().join('')),
      quoted('"""', { ...multiline, ...holes('\\(') }),
      quoted('"', { ...escaped, ...holes('\\(') }),
    ],
  },
  {
    name: 'Groovy',
    ids: ['groovy', 'gradle', 'jenkinsfile', 'java-gradle'],
    endings: ['groovy', 'gradle', 'gvy', 'gsh', 'nf'],
    files: ['jenkinsfile'],
    interpreters: ['groovy', 'nextflow'],
    rules: [
      ...slashes,
      quoted('"""', { ...multiline, ...holes('${') }),
      quoted("'''", multiline),
      quoted('"', interpolated),
      quoted("'"),
      between('$', '\\$\\/', '/$', { escape: '$', lines: true }),
      pattern({ words: ['return', 'in', 'case', 'assert'] }),
    ],
  },
  {
    name: 'Dart',
    ids: ['dart'],
    endings: ['dart'],
    interpreters: ['dart'],
    rules: [
      ...nestedSlashes,
      quoted('"""', verbatim, '(?<=\\br)'),
      quoted("'''", verbatim, '(?<=\\br)'),
      quoted('"', {}, '(?<=\\br)'),
      quoted("'", {}, '(?<=\\br)'),
      quoted('"""', { ...multiline, ...holes('${') }),
      quoted("'''", { ...multiline, ...holes('${') }),
      quoted('"', interpolated),
      quoted("'", interpolated),
    ],
  },
  {
    name: 'Go',
    ids: ['go', 'go.mod', 'go.work', 'templ', 'gno'],
    endings: ['go', 'mod', 'gno', 'templ'],
    files: ['go.mod', 'go.work'],
    rules: [...slashes, quoted('"'), quoted('`', verbatim), quoted("'")],
  },
  {
    name: 'Rust',
    ids: ['rust', 'ron'],
    endings: ['rs', 'ron'],
    interpreters: ['rust-script', 'cargo'],
    rules: [
      ...nestedSlashes,
      paired('#', '(?<=\\b(?:b|c)?r)#+"', (open) => open.split('').reverse().join('')),
      quoted('"', verbatim, '(?<=\\b(?:b|c)?r)'),
      quoted('"', multiline),
      // What is no literal is a lifetime or a label.
      character,
    ],
  },
  {
    name: 'Zig',
    ids: ['zig'],
    endings: ['zig', 'zon'],
    rules: [line('//'), quoted('"'), quoted("'"), skipLine('\\', '\\\\\\\\')],
  },
  {
    name: 'D',
    ids: ['d'],
    endings: ['d', 'di'],
    interpreters: ['rdmd', 'dmd'],
    rules: [
      ...slashes,
      nested('/+', '+/'),
      quoted('"', verbatim, '(?<=\\br)'),
      paired('"', '(?<=\\bq)"[(\\[{<]', (open) => ({ '(': ')"', '[': ']"', '{': '}"' })[open[1]!] ?? '>"'),
      quoted('"', multiline),
      quoted('`', verbatim),
      quoted("'"),
    ],
  },
  {
    name: 'Hack, Haxe and Vala',
    ids: ['hack', 'haxe', 'vala'],
    endings: ['hack', 'hx', 'vala', 'vapi'],
    rules: [...slashes, quoted('"""', verbatim), quoted('"', multiline), quoted("'", multiline)],
  },
  {
    name: 'Protocol Buffers and Thrift',
    ids: ['proto', 'proto3', 'protobuf', 'thrift', 'flatbuffers', 'textproto'],
    endings: ['proto', 'fbs', 'avdl', 'smithy', 'pbtxt', 'textproto'],
    rules: [...slashes, ...quotes],
  },
  {
    name: 'Solidity',
    ids: ['solidity'],
    endings: ['sol'],
    rules: [...slashes, ...quotes],
  },
  {
    name: 'Verilog',
    ids: ['verilog', 'systemverilog'],
    endings: ['v', 'vh', 'sv', 'svh'],
    rules: [...slashes, quoted('"')],
  },
  {
    name: 'Odin, V, Jai and Pony',
    ids: ['odin', 'v', 'jai', 'pony'],
    endings: ['odin', 'jai', 'pony', 'vv', 'vsh'],
    rules: [...nestedSlashes, quoted('"""', verbatim), quoted('`', verbatim), ...quotes],
  },
  {
    name: 'Gleam, Bicep, TypeSpec and Prisma',
    ids: ['gleam', 'bicep', 'typespec', 'prisma', 'cadence', 'move', 'dot', 'rescript', 'cue'],
    endings: ['gleam', 'bicep', 'bicepparam', 'tsp', 'prisma', 'cdc', 'move', 'res', 'resi', 'cue', 'dot', 'gv'],
    rules: [
      ...slashes,
      quoted("'''", verbatim),
      quoted('"""', multiline),
      quoted('"', multiline),
      quoted('`', verbatim),
      closed("'", escaped),
    ],
  },
];
