import type { Sourced, Status } from '../../../model/roadmap.js';
import { statusAt, statusBefore, statusOfBox, type StatusMarks } from '../../../values/status.js';
import type { MapTree, TextTree } from '../../../yaml/tree.js';
import { plainKey, titleOfKey } from './keys.js';

/** A title as a person reads it, with the mark before or behind it; places are offsets into the text as written. */
export interface MarkedTitle {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly mark?: { readonly status: Status; readonly start: number; readonly end: number };
}

/** `[x] Mend it`, `✅ Mend it`, `Mend it [x]`, `Mend it (done)`, `~~Mend it~~`. */
export function markedTitle(written: string, marks?: StatusMarks): MarkedTitle {
  let start = 0;
  let end = written.length;
  let mark: MarkedTitle['mark'];
  const box = /^\[(.?)\]\s{1,4}(?=\S)/u.exec(written);
  if (box) {
    const status = statusOfBox(box[1]!, marks);
    if (status) mark = { status, start, end: box[0].trimEnd().length };
    start = box[0].length;
  }
  const before = statusAt(written, start, marks);
  if (before && written.slice(before.end).trim() !== '') {
    mark ??= before;
    start = before.end;
  }
  const boxBehind = box ? null : /\s\[([^[\]]?)\]\s{0,4}$/u.exec(written.slice(-10));
  if (boxBehind) {
    const at = Math.max(0, end - 10) + boxBehind.index;
    const status = statusOfBox(boxBehind[1]!, marks);
    if (status) mark ??= { status, start: at + 1, end: at + boxBehind[0].trimEnd().length };
    end = at;
  }
  const behind = statusBefore(written, end, marks);
  if (behind && behind.start > start) {
    mark ??= behind;
    end = behind.start;
  }
  while (start < end && /\s/.test(written[start]!)) start++;
  while (end > start && /\s/.test(written[end - 1]!)) end--;
  if (end - start > 4 && written.startsWith('~~', start) && written.endsWith('~~', end)) {
    mark ??= { status: 'cancelled', start, end };
    start += 2;
    end -= 2;
  }
  const title = written
    .slice(start, end)
    .replace(/\*\*|`/g, '')
    .trim();
  return { title: title === '' ? written : title, start, end, ...(mark ? { mark } : {}) };
}

/** By which keys entries are called, the surest first. */
const titleKeys: readonly RegExp[] = [
  /^(?:title|name|titulo|título|nombre|nome|nom|titre|titel|название|имя|заголовок|名称|标题|名前|タイトル|제목|이름)$/,
  /^(?:task|feature|item|story|user story|epic|deliverable|ticket|issue|what|action|subject|heading|headline|tarea|tâche|aufgabe|задача|任务|功能|タスク|작업)$/,
  /^(?:phase|milestone|stage|sprint|iteration|release|version|quarter|horizon|period|timeframe|week|month|category|area|track|stream|theme|section|group|module|component|project|initiative|pillar|wave|fase|hito|этап|阶段)$/,
  /^(?:label|summary|text|goal|objective|focus|step|description|desc|details|content|descripción|описание|描述)$/,
];
const parts = 2;

/** What an entry is called, with where it stands; a number stands behind the key it is under: `phase: 1` is Phase 1. */
export function titleOfEntry(map: MapTree): Sourced<string> | undefined {
  for (const [index, keys] of titleKeys.entries()) {
    const pair = map.pairs.find(({ key, value }) => value?.kind === 'text' && keys.test(plainKey(key)));
    if (!pair) continue;
    const { value, span } = pair.value as TextTree;
    const bare = index === parts && /^\d{1,4}$/.test(value) && !/version|release/.test(plainKey(pair.key));
    return { value: bare ? `${titleOfKey(pair.key)} ${value}` : firstSentence(value), span };
  }
  return undefined;
}

/** Whether an entry has a name of its own, not only a description. */
export function isNamed(map: MapTree): boolean {
  return map.pairs.some(
    ({ key, value }) =>
      value?.kind === 'text' && titleKeys.slice(0, parts + 1).some((keys) => keys.test(plainKey(key))),
  );
}

/** Whether an entry has a title in the strict sense: not the part of the plan or stretch of time it belongs to. */
export function isTitled(map: MapTree): boolean {
  return map.pairs.some(
    ({ key, value }) => value?.kind === 'text' && titleKeys.slice(0, parts).some((keys) => keys.test(plainKey(key))),
  );
}

/** Whether a key is one by which entries are called. */
export function isTitleKey(key: string): boolean {
  return titleKeys.some((keys) => keys.test(plainKey(key)));
}

/** A text of several sentences is no title: its first is. */
function firstSentence(text: string): string {
  if (text.length <= 160) return text;
  const sentence = /^.{20,160}?[.!?](?=\s)/su.exec(text);
  return sentence ? sentence[0] : `${text.slice(0, 157).trimEnd()}…`;
}

/** A number, path or address says where something is to be found, not what is to be done. */
export function isPointer(text: string): boolean {
  return (
    /^(?:[#!]?\d{1,9}|[\x21-\x7e]{0,300}[/:][\x21-\x7e]{1,2000})$/.test(text) ||
    /^\.?[\w-]{1,80}\.(?:md|ya?ml|json|toml|rs|py|go|sh|txt|html|css|java|cpp|lock)$/.test(text)
  );
}
