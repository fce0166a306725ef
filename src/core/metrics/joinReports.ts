import type { FoundFile } from '../model/metric.js';

/**
 * Files that were found, with the many that JUnit's tools write in one directory, one for each class of tests, as one: a glob
 * of them all. One alone says nothing of the others' failures, so that where no glob is sure to name no other XML they are
 * left out.
 */
export function joinReports<F extends FoundFile>(found: readonly F[]): (F | FoundFile)[] {
  const many = new Map<string, string[]>();
  for (const { path, format } of found)
    if (format === 'junit') many.set(directoryOf(path), [...(many.get(directoryOf(path)) ?? []), path]);
  const told = new Set<string>();
  return found.flatMap((file): (F | FoundFile)[] => {
    const directory = directoryOf(file.path);
    const paths = many.get(directory) ?? [];
    if (file.format !== 'junit' || paths.length < 2) return [file];
    if (told.has(directory)) return [];
    told.add(directory);
    const path = globOf(directory, paths, found);
    return path === undefined ? [] : [{ path, format: 'junit' }];
  });
}

/** `TEST-*.xml` where all begin so, else `*.xml` where no other XML is known of, as it is in the root of most projects. */
function globOf(directory: string, paths: readonly string[], found: readonly FoundFile[]): string | undefined {
  const starts = new Set(paths.map((path) => /^[\w.]+-/.exec(path.slice(directory.length))?.[0]));
  const [start] = starts;
  if (start !== undefined && starts.size === 1) return `${directory}${start}*.xml`;
  const others = found.some(
    ({ path, format }) => format !== 'junit' && path.endsWith('.xml') && directoryOf(path) === directory,
  );
  return directory === '' || others ? undefined : `${directory}*.xml`;
}

/** With its slash; empty for the root. */
function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
