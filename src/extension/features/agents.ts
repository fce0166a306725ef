import * as vscode from 'vscode';
import { languageModelTool, toolNames } from '../../core/agents/toolNames.js';
import { settingsVariable, type ServerSettings } from '../../core/agents/serverSettings.js';
import { contexts } from '../commands.js';
import { onDidChangeSetting, section, setting } from '../config.js';
import type { Feature, FeatureContext } from '../feature.js';
import { todoExcludes } from '../todoSettings.js';

/**
 * Gives agents of VS Code the tools of the roadmap: as a server that it starts, or as tools of the extension itself where none can be started, in the
 * browser and in virtual workspaces. Never both, which would be read twice with every request; and nothing in a workspace that is not trusted.
 */
export const agents: Feature = {
  id: 'agents',
  start(context) {
    let way: Way = 'off';
    let offered: vscode.Disposable | undefined;
    const offer = () => {
      const now = wayOf(context);
      if (now === way) return;
      way = now;
      offered?.dispose();
      offered = way === 'off' ? undefined : way === 'mcp' ? offerServer(context) : offerTools(context);
      void vscode.commands.executeCommand('setContext', contexts.languageModelTools, way === 'languageModel');
    };
    offer();
    return vscode.Disposable.from(
      onDidChangeSetting('agentTools', offer),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('chat.mcp')) offer();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(offer),
      vscode.workspace.onDidChangeWorkspaceFolders(offer),
      { dispose: () => offered?.dispose() },
    );
  },
};

type Way = 'mcp' | 'languageModel' | 'off';

function wayOf({ server }: FeatureContext): Way {
  const wanted = setting('agentTools');
  if (!vscode.workspace.isTrusted || wanted === 'off') return 'off';
  // Other editors that are made from VS Code may lack one or the other.
  const { lm } = vscode as { readonly lm?: Partial<typeof vscode.lm> };
  const canServe = server !== undefined && lm?.registerMcpServerDefinitionProvider !== undefined;
  const canTell = lm?.registerTool !== undefined;
  if (wanted === 'mcp') return canServe ? 'mcp' : 'off';
  if (
    wanted === 'auto' &&
    canServe &&
    isServed() &&
    onDisk().length === (vscode.workspace.workspaceFolders ?? []).length
  )
    return 'mcp';
  return canTell ? 'languageModel' : 'off';
}

/** Whether VS Code starts servers at all: a person or a company may have turned that off. */
function isServed(): boolean {
  const settings = vscode.workspace.getConfiguration('chat.mcp');
  return settings.get('access') !== 'none' && settings.get('enabled') !== false;
}

function onDisk(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

/** One server for each folder. */
function offerServer({ server }: FeatureContext): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changes,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changes.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (passedOn.some((name) => event.affectsConfiguration(name))) changes.fire();
    }),
    vscode.lm.registerMcpServerDefinitionProvider('roadmapLens', {
      onDidChangeMcpServerDefinitions: changes.event,
      provideMcpServerDefinitions: () =>
        onDisk().map((folder, _at, { length }) => {
          const label = length > 1 ? `Roadmap Lens (${folder.name})` : 'Roadmap Lens';
          const { command, script, env, version } = server!;
          const definition = new vscode.McpStdioServerDefinition(
            label,
            command,
            [script, folder.uri.fsPath],
            { ...env, [settingsVariable]: JSON.stringify(settingsOf(folder)) },
            version,
          );
          definition.cwd = folder.uri;
          return definition;
        }),
    }),
  );
}

/** Settings that a server is told of. */
const passedOn = [
  ...['files', 'todos.tags', 'todos.exclude', 'todos.inText', 'work.branch', 'gitPath', 'ripgrepPath'].map(
    (name) => `${section}.${name}`,
  ),
  'files.exclude',
  'search.exclude',
];

/** What a person sees in the window is what a server answers. Its programs are of the machine: VS Code takes them from no repository. */
function settingsOf({ uri }: vscode.WorkspaceFolder): ServerSettings {
  const [branch, git, ripgrep] = [setting('work.branch', uri), setting('gitPath'), setting('ripgrepPath')];
  return {
    files: setting('files', uri),
    tags: setting('todos.tags', uri),
    exclude: todoExcludes(uri),
    inText: setting('todos.inText', uri),
    ...(branch === '' ? {} : { branch }),
    ...(git === '' ? {} : { git }),
    ...(ripgrep === '' ? {} : { ripgrep }),
  };
}

/** What answers is loaded with the first call. */
function offerTools(context: FeatureContext): vscode.Disposable {
  const actions = () => import('../onDemand.js');
  return vscode.Disposable.from(
    ...toolNames.map((name) =>
      vscode.lm.registerTool<object>(languageModelTool(name), {
        invoke: async ({ input }, token) => (await actions()).invokeTool(context, name, input, token),
        prepareInvocation: async ({ input }, token) => (await actions()).prepareTool(context, name, input, token),
      }),
    ),
  );
}
