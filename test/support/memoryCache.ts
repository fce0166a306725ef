import type { Cache } from '../../src/workspace/ports.js';

/** What is kept between windows, in memory. */
export class MemoryCache implements Cache {
  readonly texts = new Map<string, string>();

  async read(name: string): Promise<string | undefined> {
    return this.texts.get(name);
  }

  async write(name: string, text: string): Promise<string | undefined> {
    this.texts.set(name, text);
    return undefined;
  }
}
