/** Remembers what was made of what, under a name: it is made again where one of its inputs is another object or value. */
export class Memo {
  private readonly known = new Map<string, Entry>();
  private round = 0;

  /** What `make` gives, or gave for the same inputs. */
  get<T>(name: string, inputs: readonly unknown[], make: () => T): T {
    const before = this.known.get(name);
    if (before && before.inputs.length === inputs.length && before.inputs.every((one, at) => one === inputs[at])) {
      before.round = this.round;
      return before.value as T;
    }
    const value = make();
    this.known.set(name, { inputs, value, round: this.round });
    return value;
  }

  /** Forgets what nobody has asked for since the last time. */
  sweep(): void {
    for (const [name, { round }] of this.known) if (round !== this.round) this.known.delete(name);
    this.round++;
  }
}

interface Entry {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
  /** When it was last asked for. */
  round: number;
}
