import * as vscode from 'vscode';
import { GitHistory } from '../hosts/node/git/gitHistory.js';
import { NodeSearch } from '../hosts/node/search/nodeSearch.js';
import { ripgrepPlaces } from '../hosts/node/search/ripgrepPlaces.js';
import { NodeCommands } from '../hosts/node/commands.js';
import { NodeStreams } from '../hosts/node/streams.js';
import { VSCodeStreams } from '../hosts/vscode/streams.js';
import type { Streams } from '../workspace/metricPorts.js';
import type { Search } from '../workspace/ports.js';
import type { ProcessPorts } from './activity.js';

/** Where the programs are: of VS Code, and as the person has set them; empty where nothing is set. */
export interface ProgramPaths {
  readonly appRoot: string;
  readonly ripgrep: string;
  readonly git: string;
}

/** What starts programs. */
export function makeProcessPorts({ appRoot, ripgrep, git }: ProgramPaths, log: vscode.LogOutputChannel): ProcessPorts {
  const own = ripgrepPlaces(appRoot, process.platform, process.arch);
  const search = new NodeSearch({
    log,
    ripgrep: ripgrep === '' ? own : [ripgrep, ...own],
    ...(git === '' ? {} : { git }),
  });
  return {
    search: forFolders(search),
    history: new GitHistory({ log, ...(git === '' ? {} : { program: git }) }),
    commands: new NodeCommands(),
    streams: onDisk(new NodeStreams(), new VSCodeStreams()),
  };
}

/**
 * A search in the folders that are on disk; those of other file systems are walked. VS Code escapes more in URIs than Node
 * does (`&`, `(`, the colon of a drive): one place has one URI, the one of VS Code.
 */
function forFolders(search: Search): Search {
  return {
    async find(folder, query, found, signal) {
      if (vscode.Uri.parse(folder.uri).scheme !== 'file') return undefined;
      return search.find(folder, query, (uri) => found(vscode.Uri.parse(uri).toString()), signal);
    },
  };
}

/** Streams of what is on disk; what is in other file systems is read by VS Code. */
function onDisk(disk: Streams, others: Streams): Streams {
  const of = ({ uri }: { readonly uri: string }) => (vscode.Uri.parse(uri).scheme === 'file' ? disk : others);
  return {
    read: (folder, ...rest) => of(folder).read(folder, ...rest),
    stamp: (folder, path) => of(folder).stamp(folder, path),
  };
}
