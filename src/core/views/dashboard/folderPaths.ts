import type { Folder } from '../../model/snapshot.js';

/**
 * A message with the folder, and what it lies in, called by name instead of by the path it has on this machine: a dashboard
 * may be published. Within code, which somebody may want to run, what was left out is marked.
 */
export function withoutPaths(text: string, folder: Folder): string {
  const places = placesOf(folder);
  if (!places.some(({ path }) => text.includes(path))) return text;
  return text
    .split('`')
    .map((part, index) => places.reduce((said, place) => replaced(said, place, index % 2 === 1), part))
    .join('`');
}

interface Place {
  readonly path: string;
  readonly name: string;
}

/** The folder and the directories around it but the outermost, each as it may be written; longest first. */
function placesOf({ uri, name }: Folder): readonly Place[] {
  const path = pathOf(uri).replace(/\/+$/, '');
  const isWindows = /^\/[a-z]:/i.test(path);
  const parts = path.split('/').filter(Boolean);
  const places: Place[] = [];
  for (let length = parts.length; length >= 2; length--) {
    const named = length === parts.length ? name : parts[length - 1]!;
    const whole = parts.slice(0, length);
    if (isWindows && length > 2) {
      const [drive = '', ...others] = whole;
      for (const letter of new Set([drive, drive.toUpperCase(), drive.toLowerCase()]))
        for (const separator of ['\\', '/']) places.push({ path: [letter, ...others].join(separator), name: named });
    }
    if (!isWindows) places.push({ path: `/${whole.join('/')}`, name: named });
  }
  return places;
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''));
  } catch {
    return '';
  }
}

function replaced(text: string, { path, name }: Place, isCode: boolean): string {
  let said = '';
  let from = 0;
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, from)) {
    const end = at + path.length;
    // Another one that begins alike: `/work/app2` and `/work/app.old` are not `/work/app`.
    const isWhole =
      !/^[\p{L}\p{N}_-]|^\.[\p{L}\p{N}]/u.test(text.slice(end, end + 3)) && !/[\p{L}\p{N}_]$/u.test(text.slice(0, at));
    said += text.slice(from, at) + (isWhole ? `${isCode ? '…/' : ''}${name}` : path);
    from = end;
  }
  return said + text.slice(from);
}
