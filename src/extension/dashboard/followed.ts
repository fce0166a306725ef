/** What is kept between windows: a part of VS Code's `Memento`. */
interface Memory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): unknown;
}

const key = 'dashboard.sideBar';

/**
 * Which roadmap the side bar shows: that of the editor or panel that was active last, or the one that the person chose in it
 * since. It is remembered.
 */
export class FollowedRoadmap {
  private waiting: string | undefined;

  /** `isKnown` says whether a URI is that of a roadmap; `show` shows it in the side bar. */
  constructor(
    private readonly memory: Memory,
    private readonly isKnown: (uri: string) => boolean,
    private readonly show: (uri: string) => void,
  ) {}

  /** The roadmap to begin with; undefined where nobody has ever said one. */
  get first(): string | undefined {
    const uri = this.memory.get<unknown>(key);
    return typeof uri === 'string' ? uri : undefined;
  }

  /** This is shown now: a roadmap, a file that may turn out to be one, or anything else, which changes nothing. */
  follow(uri: string | undefined): void {
    if (uri === undefined) return;
    this.waiting = undefined;
    if (!this.isKnown(uri)) {
      this.waiting = uri;
      return;
    }
    if (uri !== this.first) void this.memory.update(key, uri);
    this.show(uri);
  }

  /** Other roadmaps are known than before. */
  looked(): void {
    if (this.waiting !== undefined && this.isKnown(this.waiting)) this.follow(this.waiting);
  }
}
