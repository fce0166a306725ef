// Builds everything: `node esbuild.config.mjs [--watch] [--test]`.
//   dist/extension.js   the extension for desktop and remote hosts (ES modules; heavy parts are lazy chunks)
//   dist/cli.js         the command line
//   dist/test/**        with --test: unit tests, editor tests, benchmarks and the demo
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const test = process.argv.includes('--test');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
  define: { __VERSION__: JSON.stringify(version) },
};

/** @type {esbuild.BuildOptions} */
const product = {
  ...common,
  outdir: 'dist',
  splitting: true,
  minify: true,
  keepNames: true,
  metafile: true,
  // Its build for Node is CommonJS and asks for Node's modules by `require`; the other is the same code as ES modules.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};

/** @type {esbuild.BuildOptions} The extension for desktop and remote hosts. */
const extension = {
  ...product,
  entryPoints: { extension: 'src/extension/main.node.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
};

/** @type {esbuild.BuildOptions} The command line. Its argument parser is CommonJS and asks for Node's modules by `require`. */
const cli = {
  ...product,
  entryPoints: { cli: 'src/cli/bin.ts' },
  chunkNames: 'chunks/cli-[name]-[hash]',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
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
    ...files('test/workbench', '.test.ts'),
    ...files('test/workbench', '.main.ts'),
    ...files('test/host', '.main.ts'),
    ...files('test/demo', '.main.ts'),
    ...files('test/bench', '.main.ts'),
    ...files('test/editor', '.main.ts'),
  ],
  outbase: '.',
  outdir: 'dist',
  splitting: true,
  chunkNames: 'test/chunks/[name]-[hash]',
  packages: 'external',
};

/** @type {esbuild.BuildOptions} The suites that VS Code loads into its extension host, and their runner: CommonJS files. */
const hostTests = {
  ...common,
  format: 'cjs',
  entryPoints: ['test/editor/index.ts', ...files('test/editor/suites', '.test.ts')],
  outbase: '.',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  external: ['vscode', 'mocha'],
};

const builds = [
  extension,
  cli,
  ...(test ? [nodeTests, ...(existsSync('test/editor/index.ts') ? [hostTests] : [])] : []),
];
if (watch) {
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  await rm('dist', { recursive: true, force: true });
  for (const options of builds) await esbuild.build(options);
  await chmod('dist/cli.js', 0o755);
}
