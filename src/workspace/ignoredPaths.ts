import type { Folder } from '../core/model/snapshot.js';
import { isIgnored, readIgnoreRules, type IgnoreRules } from './ignoreFiles.js';
import type { Files } from './ports.js';

/** So many directories are remembered. */
const maxDirectories = 100_000;

/**
 * Says of single paths whether `.gitignore` files and `.git/info/exclude` leave them out, as `walk` does of all. Each
 * directory's file is read once; who hears that one has changed makes a new one of these.
 */
export class IgnoredPaths {
  private readonly directories = new Map<string, Promise<Directory>>();

  constructor(
    private readonly files: Files,
    private readonly folder: Folder,
  ) {}

  /** Whether a file, or a directory above it, is left out; the path is relative to the folder, with `/`. */
  async ignores(path: string, isDirectory = false): Promise<boolean> {
    const { ignored, rules } = await this.directory(above(path));
    return ignored || isIgnored(rules, path, isDirectory);
  }

  private directory(path: string): Promise<Directory> {
    let known = this.directories.get(path);
    if (!known) {
      if (this.directories.size >= maxDirectories) this.directories.clear();
      this.directories.set(path, (known = this.load(path)));
    }
    return known;
  }

  private async load(path: string): Promise<Directory> {
    const outer = path === '' ? { ignored: false, rules: [] } : await this.directory(above(path));
    // git does not look into what is left out, so nothing in there can be taken in again.
    if (outer.ignored || /(?:^|\/)\.git$/.test(path) || (path !== '' && isIgnored(outer.rules, path, true))) {
      return { ignored: true, rules: [] };
    }
    const rules = outer.rules.filter((each) => path === '' || each.judge(path, true) !== 'ignored');
    for (const name of path === '' ? ['.git/info/exclude', '.gitignore'] : ['.gitignore']) {
      const uri = this.files.resolve(this.folder, path === '' ? name : `${path}/${name}`);
      const { value } = await this.files.read(uri);
      if (value) rules.unshift(await readIgnoreRules(path, value.text));
    }
    return { ignored: false, rules };
  }
}

interface Directory {
  readonly ignored: boolean;
  /** Of the directory and those above it; the nearest first. */
  readonly rules: readonly IgnoreRules[];
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
