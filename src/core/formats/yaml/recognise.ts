/** A file says at its beginning which schema it follows. */
const sample = 4_000;

/**
 * Whether a text names our schema: by the comment that YAML editors read (`# yaml-language-server: $schema=…`), or by
 * the key `$schema` at its top. `roadmap.yaml` is the name of many other things, so nothing else counts.
 */
export function namesOurSchema(text: string): boolean {
  const head = text.slice(0, sample);
  const comment = /^#[ \t]{0,4}yaml-language-server:[ \t]{0,4}\$schema=(\S{1,500})/m.exec(head)?.[1];
  if (comment !== undefined) return isOurs(comment);
  const json = /^\s{0,200}\{/.test(head);
  const key = json
    ? /"\$schema"\s{0,20}:\s{0,20}"([^"\r\n]{1,500})"/.exec(head)
    : /^(?:\$schema|"\$schema"|'\$schema')[ \t]{0,20}:[ \t]{1,20}["']?([^"'\s#]{1,500})/m.exec(head);
  return key !== null && isOurs(key[1]!);
}

/** Any address of it will do: a copy in the repository, or where it is published. */
function isOurs(address: string): boolean {
  return /(?:^|[/\\])roadmap\.schema\.json$/.test(address);
}
