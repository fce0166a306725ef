import { readFile } from 'node:fs/promises';
import { decodeText } from '../../../core/text/decode.js';
import { encodeLike } from '../encode.js';
import { Refused } from '../../../core/model/refused.js';

/** A file's bytes and text. Refused where the text could not be written back as those bytes. */
export async function readText(path: string, name: string): Promise<{ bytes: Uint8Array; text: string }> {
  const bytes = await readFile(path);
  const { value: text, problems } = decodeText(bytes);
  if (text === undefined) throw new Refused(`${name}: ${problems[0]!.message}`);
  if (Buffer.compare(encodeLike(bytes, text), bytes) !== 0)
    throw new Refused(`${name} is not valid UTF-8 or UTF-16: save it as UTF-8 first.`);
  return { bytes, text };
}

/** The same; undefined where there is no such file. */
export async function readTextIfThere(
  path: string,
  name: string,
): Promise<{ bytes: Uint8Array; text: string } | undefined> {
  try {
    return await readText(path, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
