import type { MapTree, Tree } from '../../../yaml/tree.js';

/**
 * Files and entries of tools, which have names and steps too. A key that a plan may have as well tells nothing by
 * itself, so most stand in pairs.
 */
const toolFiles: readonly (readonly string[])[] = [
  ['apiVersion', 'kind'],
  ['on', 'jobs'],
  ['jobs', 'steps'],
  ['openapi'],
  ['swagger'],
  ['asyncapi'],
  ['properties', 'type'],
  ['$schema', 'properties'],
  ['name', 'body', 'labels'],
  ['site_name', 'nav'],
  ['compilerOptions'],
  ['runs', 'inputs'],
  ['scripts', 'devDependencies'],
  ['nodes', 'edges'],
  ['default_status'],
  ['defaultStatus'],
  ['date_format'],
  ['statuses', 'labels'],
];

/** Whether the keys of a whole file are those of a tool's configuration. */
export function isToolFile(tree: Tree): boolean {
  if (tree.kind !== 'map') return false;
  const keys = new Set(tree.pairs.map(({ key }) => key));
  return toolFiles.some((all) => all.every((key) => keys.has(key)));
}

const toolKeys =
  /^(?:uses|run|runs-on|hosts|become|cmds|cmd|script|image|entrypoint|ports|volumes|containers|component|route|href|selector|endpoint|operationId|schedule|cron|trigger|pool|vmImage|x|y|position|sql|regex|pattern|glob)$/;
/** Keys that no piece of work has, whatever else is said of it. */
const machineKeys = /^(?:host|port|dsn|db_name|username|password)$/;
const planKeys = /^(?:status|state|done|completed|priority)$/i;

/** Whether entries are steps, jobs, routes or the like of a tool: most have keys that work to be done has not. */
export function isToolEntry(tree: Tree): boolean {
  if (tree.kind === 'text') return false;
  if (tree.kind === 'map') return isTool(tree);
  const maps = tree.entries.flatMap(({ value }) => (value?.kind === 'map' ? [value] : []));
  return maps.length > 0 && maps.filter(isTool).length * 2 > maps.length;
}

function isTool({ pairs }: MapTree): boolean {
  const keys = new Set(pairs.map(({ key }) => key));
  // A JSON Schema, whatever it describes.
  if (keys.has('properties') && keys.has('type')) return true;
  if (pairs.some(({ key }) => machineKeys.test(key))) return true;
  return pairs.some(({ key }) => toolKeys.test(key)) && !pairs.some(({ key }) => planKeys.test(key));
}
