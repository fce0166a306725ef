/** So many are remembered: most are answered at once. */
const most = 50;

/**
 * What a person was shown before changes are made, each by its call: one that nobody was shown is not made. The same call may be asked for several times
 * before the first is answered.
 */
export class ShownChanges {
  private readonly entries: { readonly call: string; readonly diff: string }[] = [];

  /** A person is shown what a call would change. The oldest is forgotten where there are too many. */
  add(call: string, diff: string): void {
    this.entries.push({ call, diff });
    if (this.entries.length > most) this.entries.shift();
  }

  /**
   * Whether what a call would change now is what was shown for it: each time it was shown counts for one call. `other`: something else was shown, which
   * counts no more either. `unknown`: nothing was.
   */
  take(call: string, diff: string): 'same' | 'other' | 'unknown' {
    const at = this.entries.findIndex((entry) => entry.call === call && entry.diff === diff);
    const first = at >= 0 ? at : this.entries.findIndex((entry) => entry.call === call);
    if (first >= 0) this.entries.splice(first, 1);
    return at >= 0 ? 'same' : first >= 0 ? 'other' : 'unknown';
  }
}
