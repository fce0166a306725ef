/** Says which paths of a folder are not looked at, by globs as `files.exclude` has them. */
export interface Excludes {
  /** Whether a file, or a directory above it, is excluded; the path is relative to the folder, with `/`. */
  excludes(path: string): boolean;
}

/** How many directories are remembered. */
const maxRemembered = 50_000;

/** Makes globs ready: each means the paths it matches, with all that is below them. Case does not count. */
export async function compileExcludes(globs: readonly string[]): Promise<Excludes> {
  if (globs.length === 0) return { excludes: () => false };
  const { default: picomatch } = await import('picomatch');
  const patterns = globs.map((glob) =>
    glob
      .replaceAll('\\', '/')
      .replace(/^\.?\//, '')
      .replace(/\/(?:\*\*)?$/, ''),
  );
  const matches = picomatch(patterns, { dot: true, nocase: true, maxLength: 500 });
  const directories = new Map<string, boolean>();
  const excludes = (path: string): boolean => {
    if (matches(path)) return true;
    const slash = path.lastIndexOf('/');
    if (slash < 0) return false;
    const directory = path.slice(0, slash);
    let known = directories.get(directory);
    if (known === undefined) {
      if (directories.size >= maxRemembered) directories.clear();
      directories.set(directory, (known = excludes(directory)));
    }
    return known;
  };
  return { excludes };
}
