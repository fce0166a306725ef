import { posix, win32 } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Whose rules paths follow: drives, backslashes and names without regard to case, or those of every other system. */
export type Platform = 'win32' | 'posix';

/** Paths of one platform, and the URIs that stand for them. Needs no file, so each platform can be tested on any. */
export interface Paths {
  /** The URI of a path; one place has one URI, so drive letters are large and trailing separators gone. */
  readonly uriOf: (path: string) => string;
  /** The path of a URI that `uriOf` made. */
  readonly pathOf: (uri: string) => string;
  /** The last name of a path; a root is its own name. */
  readonly nameOf: (path: string) => string;
  /** The path of something in a directory; `below` has `/` on every platform. */
  readonly join: (directory: string, below: string) => string;
  /** The way from a directory to what lies below it, with `/`; undefined for the directory itself and what lies elsewhere. */
  readonly inside: (directory: string, path: string) => string | undefined;
  /** A path as it can be opened from a directory, with `/`: relative where it lies below, else absolute. */
  readonly from: (directory: string, path: string) => string;
}

/** The paths of a platform. */
export function pathsFor(platform: Platform): Paths {
  const windows = platform === 'win32';
  const rules = windows ? win32 : posix;
  const slashed = (path: string) => path.replaceAll(rules.sep, '/');
  const inside = (directory: string, path: string) => {
    const below = rules.relative(directory, path);
    // Between drives there is no relative path: it stays absolute. `..name` is a name.
    const outside = below === '' || below === '..' || below.startsWith(`..${rules.sep}`) || rules.isAbsolute(below);
    return outside ? undefined : slashed(below);
  };
  return {
    uriOf(path) {
      const place = rules.resolve(path);
      const drive = windows && /^[a-z]:/.test(place);
      const { href } = pathToFileURL(drive ? place.charAt(0).toUpperCase() + place.slice(1) : place, { windows });
      // Where a drive's root ends in another separator than this machine's, Node 20 adds one.
      return href.replace(/(?<=\/[A-Z]:)\/\/$/, '/');
    },
    pathOf: (uri) => fileURLToPath(uri, { windows }),
    nameOf: (path) => rules.basename(rules.resolve(path)) || path,
    join: (directory, below) => rules.join(directory, ...below.split('/')),
    inside,
    from: (directory, path) => inside(directory, path) ?? slashed(path),
  };
}

/** The paths of this machine. */
export const paths = pathsFor(process.platform === 'win32' ? 'win32' : 'posix');
