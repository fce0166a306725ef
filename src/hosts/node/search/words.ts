/** Bounds for tags, which are settings. */
const maxTags = 100;
const maxLength = 100;

/** What is looked for: tags as they are, and lower-case words that stand behind `@` or a backslash. */
export interface Words {
  readonly tags: readonly string[];
  readonly marked: readonly string[];
}

/** The words of a query. Tags that no line can hold, or that are absurdly long, are left out. */
export function wordsOf(tags: readonly string[]): Words {
  const usable = tags.filter((tag) => tag !== '' && tag.length <= maxLength && !hasControl(tag)).slice(0, maxTags);
  const lower = usable.map((tag) => tag.toLowerCase());
  return { tags: [...new Set(usable)], marked: [...new Set(['task', ...lower])] };
}

/** The words as regular expressions of ripgrep. A word's end is one of ASCII: `größeTODO` holds a tag. */
export function ripgrepPatterns({ tags, marked }: Words): readonly string[] {
  const whole = (word: string) => `${edge(word.charAt(0))}${escape(word)}${edge(word.charAt(word.length - 1))}`;
  return [...tags.map(whole), ...marked.map((word) => `[@\\\\]${escape(word)}${edge(word.charAt(word.length - 1))}`)];
}

/** The words as fixed strings, one a line: they find more, since git knows edges only by its slow expressions. */
export function gitPatterns({ tags, marked }: Words): Buffer {
  const lines = [...tags, ...marked.flatMap((word) => [`@${word}`, `\\${word}`])];
  // Texts in UTF-16 are found by their byte order mark: whoever reads them sees what they hold.
  const marks = [Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from([0xfe, 0xff, 0x0a])];
  return Buffer.concat([Buffer.from(`${lines.join('\n')}\n`, 'utf8'), ...marks]);
}

function edge(character: string): string {
  return /[A-Za-z0-9_]/.test(character) ? '(?-u:\\b)' : '';
}

function escape(word: string): string {
  return word.replace(/[\\.+*?()|[\]{}^$#&~-]/g, '\\$&');
}

function hasControl(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) < 0x20) return true;
  return false;
}
