/** Part of every host (https://encoding.spec.whatwg.org/#interface-textdecoder), though not of the language itself. */
declare const TextDecoder: new (label: string) => {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
};

/**
 * Decodes a file piece by piece: by its byte order mark (UTF-8, UTF-16 LE or BE), else as UTF-8; the mark is no part of the
 * text. A character that is cut by the end of a piece comes with the next one. Bytes that are no characters are U+FFFD: what
 * reads measurements says in which line it stumbles.
 */
export class PieceDecoder {
  private decoder: InstanceType<typeof TextDecoder> | undefined;
  private first = new Uint8Array(0);

  /** The text of the next bytes. */
  push(bytes: Uint8Array): string {
    if (this.decoder) return this.decoder.decode(bytes, { stream: true });
    // Two bytes tell which of the three it is.
    const known = joined(this.first, bytes);
    if (known.length < 2) {
      this.first = known;
      return '';
    }
    this.decoder = new TextDecoder(labelOf(known));
    return this.decoder.decode(known, { stream: true });
  }

  /** What is left when no more bytes come. */
  end(): string {
    return this.decoder ? this.decoder.decode() : new TextDecoder('utf-8').decode(this.first);
  }
}

function labelOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
