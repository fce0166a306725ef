/** The parts of a URI that say where something lies, decoded, as `vscode.Uri` has them. */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/**
 * The path of a place below a folder, with `/`; undefined where it lies elsewhere and for the folder itself. Windows takes
 * `C:` and `c:` for the same drive, and so do the URIs that are made of either.
 */
export function pathBelow(folder: UriParts, place: UriParts): string | undefined {
  if (folder.scheme !== place.scheme || folder.authority !== place.authority) return undefined;
  const base = withSmallDrive(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
  const path = withSmallDrive(place.path);
  return path.length > base.length && path.startsWith(base) ? path.slice(base.length) : undefined;
}

function withSmallDrive(path: string): string {
  return /^\/[A-Z]:/.test(path) ? path.slice(0, 2).toLowerCase() + path.slice(2) : path;
}
