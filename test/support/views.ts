import { emptyConfig, type Config } from '../../src/core/model/config.js';
import { LineIndex } from '../../src/core/model/span.js';
import { emptySnapshot, type RoadmapFile, type Snapshot } from '../../src/core/model/snapshot.js';
import type { TextStyle } from '../../src/core/views/statusText.js';
import type { TreeNode } from '../../src/core/views/treeNode.js';

/** A snapshot of these files, in their folders, with the configuration of the first folder. */
export function snapshotOf(roadmaps: readonly RoadmapFile[], config?: Partial<Config>): Snapshot {
  const folders = [...new Map(roadmaps.map(({ folder }) => [folder.uri, folder])).values()];
  const [folder] = folders;
  const file = folder &&
    config && {
      uri: `${folder.uri}/.roadmap/config.yaml`,
      folder,
      path: '.roadmap/config.yaml',
      lines: new LineIndex(''),
      config: { ...emptyConfig, ...config },
      problems: [],
    };
  return { ...emptySnapshot, revision: 1, loading: false, folders, roadmaps, configs: file ? [file] : [] };
}

/** A row and all below it, from top to bottom. */
export function allNodes(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children())]);
}

/** Rows as a person sees them: `icon label | description`, indented. */
export function drawTree(nodes: readonly TreeNode[], indent = ''): string {
  return nodes
    .map((node) => {
      const row = `${indent}${node.icon} ${node.label}${node.description ? ` | ${node.description}` : ''}`;
      const below = drawTree(node.children(), `${indent}  `);
      return below ? `${row}\n${below}` : row;
    })
    .join('\n');
}

/** A terminal without colours. */
export function plainStyle(columns: number): TextStyle {
  const plain = (text: string) => text;
  return { columns, bold: plain, dim: plain, good: plain, warn: plain };
}
