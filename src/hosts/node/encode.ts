/** A text as bytes, with the byte order mark and in the encoding (UTF-8, UTF-16) that other bytes have. */
export function encodeLike(bytes: Uint8Array, text: string): Uint8Array {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe)
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  if (first === 0xfe && second === 0xff)
    return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
  const mark = first === 0xef && second === 0xbb && third === 0xbf ? [0xef, 0xbb, 0xbf] : [];
  return Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf8')]);
}
