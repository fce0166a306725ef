// Builds everything: `node esbuild.config.mjs [--watch] [--test] [--sizes]`; `--sizes` says what each bundle weighs.
//   dist/extension.js   the extension for desktop and remote hosts (ES modules; heavy parts are lazy chunks)
//   dist/web.cjs        the extension for the browser (one file)
//   dist/cli.js         the command line
//   dist/mcp.js         the server for coding agents (one file)
//   dist/webview/       the dashboard's script and styles, for the panel
//   dist/schemas/       JSON Schemas of the files people write, for editors
//   dist/test/**        with --test: unit tests, editor tests, benchmarks and the demo
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chmod, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { addPseudoLocale } from './test/l10n/pseudoLocale.mjs';

const watch = process.argv.includes('--watch');
const test = process.argv.includes('--test');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * @type {esbuild.Plugin} Styles that a module imports are a text, without the blanks: exported pages and pictures hold their own.
 */
const styleTexts = {
  name: 'style-texts',
  setup(build) {
    build.onResolve({ filter: /\.css$/ }, ({ kind, path, resolveDir }) =>
      kind === 'import-statement' ? { path: join(resolveDir, path), namespace: 'style-text' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'style-text' }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text', watchFiles: [path] };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  plugins: [styleTexts],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
  define: { __VERSION__: JSON.stringify(version) },
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** @type {esbuild.BuildOptions} */
const product = {
  ...common,
  outdir: 'dist',
  splitting: true,
  minify: true,
  // As it is written: escaped, the words of other languages take three times the room.
  charset: 'utf8',
  metafile: true,
  // Their builds for Node are CommonJS and ask for Node's modules by `require`; the others are ES modules.
  alias: {
    yaml: './node_modules/yaml/browser/index.js',
    // Reads no files: the extension hands it the texts that VS Code has read.
    '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js',
  },
};

/** @type {esbuild.BuildOptions} The extension for desktop and remote hosts. */
const extension = {
  ...product,
  entryPoints: { extension: 'src/extension/main.node.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
};

/**
 * @type {esbuild.BuildOptions} The extension for the browser, whose extension host loads one CommonJS file. The build
 * fails where it would need a module of Node.
 */
const web = {
  ...product,
  entryPoints: { web: 'src/extension/main.web.ts' },
  platform: 'browser',
  format: 'cjs',
  splitting: false,
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
};

/** @type {esbuild.BuildOptions} The command line. Its argument parser is CommonJS and asks for Node's modules by `require`. */
const cli = {
  ...product,
  entryPoints: { cli: 'src/cli/bin.ts' },
  chunkNames: 'cli-chunks/[name]-[hash]',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

/** @type {esbuild.BuildOptions} What runs in the dashboard's panel: one script, so that its policy names nothing else. */
const webview = {
  ...product,
  entryPoints: { dashboard: 'src/webview/main.tsx', styles: 'src/dashboard/styles.css' },
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
  splitting: false,
};

/**
 * @type {esbuild.Plugin} The protocol's library brings a whole validator of JSON Schema, to judge what a person is asked for. The server asks nobody
 * anything, so that is left out: a tenth of the bundle, and of the time until it is ready.
 */
const withoutValidator = {
  name: 'without-validator',
  setup(build) {
    const filter = /^@modelcontextprotocol\/server\/_shims$/;
    build.onResolve({ filter }, () => ({ path: 'shims', namespace: 'without-validator' }));
    build.onLoad({ filter: /.*/, namespace: 'without-validator' }, () => ({
      contents: "export { default as process } from 'node:process'; export class DefaultJsonSchemaValidator {}",
    }));
  },
};

/** @type {esbuild.BuildOptions} The server for agents: one file, in which what reads plans is evaluated with the first question. */
const mcp = {
  ...product,
  entryPoints: { mcp: 'src/mcp/bin.ts' },
  splitting: false,
  banner: cli.banner,
  plugins: [withoutValidator],
};

const files = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    : [];

/** @type {esbuild.BuildOptions} Tests and tools that run in Node; packages are resolved at run time. */
const nodeTests = {
  ...common,
  entryPoints: [
    ...files('test/unit', '.test.ts'),
    ...files('test/unit', '.test.tsx'),
    ...files('test/workbench', '.test.ts'),
    ...files('test/workbench', '.main.ts'),
    ...files('test/host', '.main.ts'),
    ...files('test/demo', '.main.ts'),
    ...files('test/bench', '.main.ts'),
    ...files('test/corpus', '.main.ts'),
    ...files('test/fuzz', '.main.ts'),
    ...files('test/forecast', '.main.ts'),
    ...files('test/edits', '.main.ts'),
    ...files('test/agents', '.main.ts'),
    ...files('test/editor', '.main.ts'),
  ],
  outbase: '.',
  outdir: 'dist',
  splitting: true,
  chunkNames: 'test/chunks/[name]-[hash]',
  packages: 'external',
};

/**
 * @type {esbuild.BuildOptions} The suites that VS Code loads into its extension hosts, and the extension beside them. The
 * same files run in all of them, so they are such as a browser loads.
 */
const hostTests = {
  ...common,
  format: 'cjs',
  platform: 'browser',
  entryPoints: ['test/editor/index.ts', 'test/editor/driver/extension.ts'],
  outbase: '.',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  // Mocha's build for browsers would otherwise take the exports of our own file for its own.
  define: { ...common.define, exports: 'undefined', module: 'undefined' },
};

/** Writes the JSON Schemas. What makes them runs here and is no part of any bundle. */
async function writeSchemas() {
  const entry = 'dist/schemas/make.mjs';
  await esbuild.build({ ...common, entryPoints: ['src/schemas/jsonSchemas.ts'], outfile: entry, sourcemap: false });
  const { jsonSchemas } = await import(`${new URL(entry, import.meta.url).href}?${Date.now()}`);
  await rm(entry);
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    await writeFile(`dist/schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/**
 * Puts what the package holds into `dist/staged`, for tests and the demo. VS Code takes everything below the extension
 * under development for a part of it, so that must not be the project: the themes of the VS Code in `.vscode-test/` would be.
 * `dist/staged-pseudo` is the same with a translation that shows which texts are not translated.
 */
async function stage() {
  const documents = ['README.md', 'LICENSE', 'package.json', 'package.nls.json'];
  const bundles = ['dist/extension.js', 'dist/chunks', 'dist/mcp.js', 'dist/web.cjs', 'dist/webview', 'dist/schemas'];
  for (const name of [...documents, 'l10n', 'media', ...bundles]) {
    await cp(name, `dist/staged/${name}`, { recursive: true });
  }
  await cp('dist/staged', 'dist/staged-pseudo', { recursive: true });
  await addPseudoLocale('dist/staged-pseudo');
}

/** KB (1,024 bytes, minified) that the extension may load at its start, and each part that is loaded when it is wanted. */
const budgets = {
  'dist/extension.js': 185,
  'dist/web.cjs': 1260,
  // A third of it is the protocol's library.
  'dist/mcp.js': 1250,
  readConfig: 160,
  parseMarkdown: 200,
  readYaml: 200,
  readShape: 195,
  picomatch: 40,
  editing: 60,
  // Nearly all of it is what reads Markdown, and loaded with that.
  editMarkdown: 195,
  // As above, of YAML.
  editYaml: 195,
  // What finds TODOs and history; the table of languages is half of it, and most of the next.
  activityParts: 75,
  todoChanges: 60,
  'processPorts.node': 50,
  suggest: 25,
  // Plan history, forecasts, metrics, and all rules of what may be wrong.
  judging: 125,
  // Writes into the configuration, and fixes: nearly all of it is what reads YAML and its schema.
  configEdits: 225,
  aliases: 170,
  // What reads reports that are read alike, with their parser.
  xmlReaders: 50,
  textReaders: 45,
  jsonReaders: 65,
  yaml: 150,
  // What is next, work on a task, messages of commits, the tools of agents, the dashboard and its exports: on demand, and one, since the package
  // may have few files.
  onDemand: 200,
  'chunks/drawn': 110,
  // Half of it is the table of languages, which is loaded with the TODOs anyhow.
  languageProviders: 80,
  'chunks/ignore': 15,
};

/** KB (1,024 bytes, minified and compressed) that the dashboard's page may load. */
const pageBudgets = {
  'dist/webview/dashboard.js': 50,
  'dist/webview/styles.css': 6,
};

/** Fails the build where the dashboard's page has outgrown its budget: it opens as fast as it is small. */
function checkPageBudgets({ outputs }) {
  for (const file of Object.keys(outputs).filter((name) => !name.endsWith('.map'))) {
    if (!pageBudgets[file]) throw new Error(`${file} has no budget: give it one in esbuild.config.mjs.`);
    const size = gzipSync(readFileSync(file)).length / 1024;
    if (process.argv.includes('--sizes')) console.log(`${file}: ${size.toFixed(1)} KB compressed`);
    if (size > pageBudgets[file])
      throw new Error(`${file} has ${size.toFixed(0)} KB compressed, its budget is ${pageBudgets[file]} KB.`);
  }
}

/**
 * Fails the build where a bundle of the extension has outgrown its budget. What an entry imports at once counts with it,
 * except what has been loaded at the start.
 */
function checkBudgets({ outputs }) {
  const load = (file, loaded) => {
    if (loaded.has(file)) return 0;
    loaded.add(file);
    const { bytes, imports } = outputs[file];
    const static_ = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
    return static_.reduce((sum, { path }) => sum + load(path, loaded), bytes);
  };
  const extension = 'dist/extension.js';
  const start = new Set();
  const sizes = new Map();
  if (outputs[extension]) sizes.set(extension, load(extension, start));
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint && !file.includes('cli') && !sizes.has(file)) sizes.set(file, load(file, new Set(start)));
  }
  for (const [file, bytes] of sizes) {
    const name = Object.keys(budgets).find((key) => file.includes(key));
    if (!name) throw new Error(`${file} has no budget: give it one in esbuild.config.mjs.`);
    const size = bytes / 1024;
    if (process.argv.includes('--sizes')) console.log(`${name}: ${size.toFixed(1)} KB`);
    if (size > budgets[name]) throw new Error(`${file} has ${size.toFixed(0)} KB, its budget is ${budgets[name]} KB.`);
  }
}

const builds = [extension, web, webview, cli, mcp, ...(test ? [nodeTests, hostTests] : [])];
if (watch) {
  await writeSchemas();
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  await rm('dist', { recursive: true, force: true });
  for (const options of builds) {
    const { metafile } = await esbuild.build(options);
    if (metafile) (options === webview ? checkPageBudgets : checkBudgets)(metafile);
  }
  await writeSchemas();
  await chmod('dist/cli.js', 0o755);
  if (test) await stage();
}
