/**
 * A name for what is kept of something between windows: `history-1f`. What is kept says itself what it is of, so a clash costs
 * time alone.
 */
export function cacheName(kind: string, of: string): string {
  let hash = 0;
  for (let at = 0; at < of.length; at++) hash = (hash * 31 + of.charCodeAt(at)) >>> 0;
  return `${kind}-${hash.toString(16)}`;
}
