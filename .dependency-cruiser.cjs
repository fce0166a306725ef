/**
 * The layers of docs/architecture.md, as rules. A layer may import itself and what is named beside it; within core only
 * downwards; no cycles, types included.
 */

const vscode = '(^vscode$|@types/vscode)';

/** What a layer must not reach. */
const layer = (name, from, forbidden, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: forbidden },
});

/** core's own order: each folder and those above it, which it must not import. */
const order = [
  'model',
  'text',
  'values',
  'lexical',
  'references',
  'links',
  'yaml',
  'config',
  'formats',
  'edits',
  'progress',
  'metrics',
  'checks',
  'views',
  'agents',
];
const upwards = order.map((folder, index) => ({
  name: `core-${folder}-looks-down`,
  severity: 'error',
  comment: 'Within core, imports go downwards only.',
  from: { path: `^src/core/${folder}/` },
  to: { path: `^src/core/(${order.slice(index + 1).join('|') || 'nothing'})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' }, to: {} },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    layer('core-is-pure', '^src/core/', `^src/(?!core/)|^node:|${vscode}`, 'core is text in, values out.'),
    {
      name: 'core-no-node',
      severity: 'error',
      from: { path: '^src/(core|workspace)/' },
      to: { dependencyTypes: ['core'] },
    },
    layer('workspace-is-host-free', '^src/workspace/', `^src/(?!core/|workspace/)|${vscode}`),
    layer('memory-host', '^src/hosts/memory', `^src/(?!core/|workspace/|hosts/memory)|${vscode}`),
    layer('node-host', '^src/hosts/node/', `^src/(?!core/|workspace/|hosts/node/)|${vscode}`),
    layer('vscode-host', '^src/hosts/vscode/', '^src/(?!core/|workspace/|hosts/vscode/)'),
    {
      name: 'vscode-host-no-node',
      severity: 'error',
      from: { path: '^src/(hosts/vscode|extension)/', pathNot: '\\.node\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    layer('extension', '^src/extension/', '^src/(cli|mcp|webview|hosts/(?!vscode/|node/))'),
    {
      name: 'only-the-node-entry-knows-node',
      severity: 'error',
      from: { path: '^src/extension/', pathNot: '^src/extension/(main|processPorts)\\.node\\.ts$' },
      to: { path: '^src/hosts/node/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'Features never import each other: what two of them share is a core view or stands beside features/.',
      from: { path: '^src/extension/features/(?!index)([^/]+)\\.ts$' },
      to: { path: '^src/extension/features/', pathNot: '^src/extension/features/$1\\.ts$' },
    },
    layer(
      'dashboard',
      '^src/dashboard/',
      `^src/(?!core/|dashboard/)|^node:|${vscode}`,
      'What the dashboard draws is the same in the panel and in exported pages.',
    ),
    layer('webview', '^src/webview/', `^src/(?!core/|dashboard/|webview/)|^node:|${vscode}`),
    layer('only-the-page-loads-the-webview', '^src/(?!webview/)', '^src/webview/'),
    layer('cli', '^src/cli/', `^src/(extension|mcp|webview|hosts/(?!node/))|${vscode}`),
    layer('mcp', '^src/mcp/', `^src/(extension|cli|webview|hosts/(?!node/))|${vscode}`),
    layer(
      'only-the-server-knows-the-protocol',
      '^src/(?!mcp/)',
      '@modelcontextprotocol',
      'Its library is a third of a bundle.',
    ),
    layer(
      'schemas',
      '^src/schemas/',
      `^src/(?!core/|schemas/)|^node:|${vscode}`,
      'What the build makes JSON Schemas with.',
    ),
    layer('only-the-build-makes-schemas', '^src/(?!schemas/)', '^src/schemas/'),
    ...upwards,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
};
