/** Somebody who does something, without the sign before the name. */
export interface FoundName {
  readonly value: string;
  /** With the sign. */
  readonly start: number;
  readonly end: number;
}

const separator =
  /\s{0,3}(?:[,;、，&+]|\s(?:and|und|et|y|e|en|i|и|та|with|mit)\s)\s{0,3}|\s{1,3}(?=@)|(?<=\w)\/(?=@)/giu;
/** Says that it is nobody yet. */
const nobody =
  /^(?:[-–—/?]+|none|nobody|n\/a|tbd|tba|unassigned|not assigned|open|offen|keine[rs]?|aucun|sin asignar|não atribuído|nessuno|niemand|brak|не назначен|нет|无|無|未定|未分配|없음|미정)\.?$/iu;
const longest = 60;

/** Reads who does something: `@ada`, `Ada Okafor, @ben`, `Ada & Ben`; empty for `TBD`. */
export function parsePeople(text: string): FoundName[] {
  const found: FoundName[] = [];
  const add = (from: number, to: number) => {
    const whole = text.slice(from, to);
    const written = whole.trim();
    if (written === '' || nobody.test(written)) return;
    const start = from + whole.indexOf(written);
    found.push({ value: written.replace(/^@/, ''), start, end: start + written.length });
  };
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(separator)) {
    add(from, index);
    from = index + sign.length;
  }
  add(from, text.length);
  // Longer texts are no names.
  return found.filter(({ value }) => value.length <= longest && value !== '');
}

/** At-words of code and of registries: no person is called so. */
const atWords =
  /^(?:media|import|param|returns?|throws|deprecated|supports|keyframes|layer|container|property|charset|override|injectable|input|output|component|decorator|test|author|todo|latest|next|alpha|beta|canary|rc|mention|mentions|see|since|example|type|typedef|everyone|here|channel|due|start|done|id|v?\d.*)$/i;

/** Whether a word behind an at sign is a name that people are called by. */
export function isHandle(name: string): boolean {
  return name.length <= 39 && !atWords.test(name);
}
