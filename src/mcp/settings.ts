import { isAbsolute } from 'node:path';
import type { ServerSettings } from '../core/agents/serverSettings.js';

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 4_096;
const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
/** The server runs in the folder it serves: a relative path would name a program of the repository. */
const isProgram = (value: unknown) => isText(value) && isAbsolute(value);

const accepted: { readonly [K in keyof Required<ServerSettings>]: (value: unknown) => boolean } = {
  files: isList,
  // A word without letters would be found in every line.
  tags: (value) => isList(value) && value.every((tag) => /^[\p{L}_][\p{L}\p{N}_-]{0,30}$/u.test(tag)),
  exclude: isList,
  inText: (value) => typeof value === 'boolean',
  // Braces stand for nothing but these, and no branch has any.
  branch: (value) => isText(value) && value !== '' && !/[{}]/.test(value.replace(/\{(?:id|slug|title)\}/g, '')),
  git: isProgram,
  ripgrep: isProgram,
};

/** What the editor that starts a server tells of its settings. What is wrong counts as not set, and `log` is told of it. */
export function readServerSettings(json: string | undefined, log: (message: string) => void): ServerSettings {
  if (json === undefined || json === '') return {};
  let said: unknown;
  try {
    said = JSON.parse(json);
  } catch {
    // Told below, as all else that is no object.
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    log('the settings that it was started with are no JSON object, and are ignored');
    return {};
  }
  const right = Object.entries(said).filter(([name, value]) => {
    const accepts = Object.hasOwn(accepted, name) ? accepted[name as keyof ServerSettings] : undefined;
    if (accepts && !accepts(value)) log(`the setting ${name} that it was started with is wrong, and is ignored`);
    return accepts?.(value) === true;
  });
  return Object.fromEntries(right);
}
