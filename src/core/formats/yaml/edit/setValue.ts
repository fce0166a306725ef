import type { FieldChange, TextEdit } from '../../../model/edit.js';
import type { Priority } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { parsePriority } from '../../../values/priority.js';
import { fieldKeys } from '../shapes/facts.js';
import { plainKey } from '../shapes/keys.js';
import type { Item, Layout, MapPart, TextPart } from './layout.js';
import { insertPair, lineLead, pairText } from './pairs.js';
import { filled, replaced, scalar } from './scalars.js';
import { isFlag, statusTexts, type Written } from './statusTexts.js';
import { removal } from './removal.js';
import { keyOf, textAt, type Field, type Holder, type Survey } from './survey.js';

/** What every way to set a value needs. */
export interface Setting {
  readonly layout: Layout;
  readonly survey: Survey;
  readonly holder: Holder;
}

/** The ways to set a value of a task: in place of the present one, behind its key, or by a key of its own. */
export function* setValue(setting: Setting, change: FieldChange): Generator<readonly TextEdit[]> {
  const { task } = setting.holder;
  const value = change.value.trim();
  switch (change.field) {
    case 'status':
      yield* setStatus(setting, change.value);
      return;
    case 'title':
      yield* setTitle(setting, value);
      return;
    case 'id':
      yield* state(setting, 'id', task.idSpan, () => [{ value, typed: false }]);
      return;
    default: {
      const { field } = change;
      const span = task[field]?.span;
      if (value === '') {
        if (span) yield* clear(setting, span);
        return;
      }
      if (field === 'owner' && task.owners) yield* setOnlyOwner(setting, value);
      yield* state(setting, field, span, (like) =>
        field === 'priority'
          ? priorities(setting.survey, value as Priority, like)
          : [{ value: field === 'owner' ? named(value, like) : value, typed: true }],
      );
    }
  }
}

function* setStatus(
  setting: Setting,
  status: Extract<FieldChange, { field: 'status' }>['value'],
): Generator<readonly TextEdit[]> {
  const { layout, survey, holder } = setting;
  const { task, item } = holder;
  const present = task.statusSource === 'own' ? task.statusSpan : undefined;
  const found = present && textAt(item, present);
  if (present && found && isWhole(layout, found.part, present) && found.part !== found.item.key) {
    const { key } = found.item;
    const like = found.part.value;
    const flag = isFlag(like) || /\d{4}-\d/.test(like);
    for (const text of statusTexts(survey, status, key && plainKey(key.value), like)) {
      if (flag && !text.typed) continue;
      yield [replaced(layout, found.part, text.value, mannerOf(found.item, text))];
    }
    if (key && fieldKeys.status.test(plainKey(key.value))) return;
  } else if (present && found) {
    // A mark in the text of the title: `[x] Mend it`, `Mend it (done)`.
    for (const mark of marks(layout, present, status, survey)) yield [within(layout, found, present, mark)];
  }
  // As its fellows are: a text with a mark before it.
  if (!holder.map && holder.whole && !present) {
    for (const mark of survey.statuses.filter(
      (text) => text.key === undefined && text.status === status && /^\[.\]$|^\P{L}{1,3}$/u.test(text.value),
    ))
      yield* prefixed(setting, mark.value);
  }
  yield* state(setting, 'status', undefined, () =>
    statusTexts(survey, status, plainKey(statusKey(survey)), undefined).slice(0, 3),
  );
}

/** The key that says where a task stands by a word. */
export function statusKey(survey: Survey): string {
  const used = keyOf(survey, 'status');
  return fieldKeys.status.test(plainKey(used)) ? used : 'status';
}

/** Marks in titles: as others have them, in the manner of the present one. */
function marks({ text }: Layout, span: Span, status: string, { statuses }: Survey): string[] {
  const like = text.slice(span.start, span.end);
  const own = statuses.filter((one) => one.key === undefined && one.status === status).map(({ value }) => value);
  const box = { todo: '[ ]', doing: '[/]', blocked: '[!]', done: '[x]', cancelled: '[-]' }[status]!;
  const sign = { todo: '⬜', doing: '🚧', blocked: '⛔', done: '✅', cancelled: '❌' }[status]!;
  const word = { todo: 'planned', doing: 'in progress', blocked: 'blocked', done: 'done', cancelled: 'cancelled' }[
    status
  ]!;
  const brackets = /^([([])?.*?([)\]])?$/s.exec(like)!;
  const alike = /^\[.?\]$/u.test(like)
    ? [box]
    : /\p{L}/u.test(like)
      ? [`${brackets[1] ?? ''}${word}${brackets[2] ?? ''}`]
      : [sign];
  return [...new Set([...own.filter((value) => /^\[.?\]$/u.test(value) === /^\[.?\]$/u.test(like)), ...alike])]
    .filter((value) => value !== like)
    .slice(0, 3);
}

function* prefixed({ layout, holder }: Setting, mark: string): Generator<TextEdit[]> {
  const { value } = holder.item;
  if (value?.kind !== 'text' || value.style === 'block' || value.style === 'alias') return;
  yield [replaced(layout, value, `${mark} ${value.value}`, { flow: holder.item.parent.flow })];
}

function* setTitle(setting: Setting, title: string): Generator<readonly TextEdit[]> {
  const { layout, survey, holder } = setting;
  const { task, item, map, whole } = holder;
  const found = textAt(item, task.titleSpan);
  const isKey = found !== undefined && found.part === found.item.key;
  if (found) {
    const exact = found.part.value.includes(task.title);
    // What is shown of a long text is its beginning: it is not the title that stands there.
    if (exact || !map) {
      if (isWhole(layout, found.part, task.titleSpan))
        yield [replaced(layout, found.part, title, mannerOf(found.item))];
      else yield [within(layout, found, task.titleSpan, title)];
    }
    if (map && !isKey) {
      const pair = insertPair(
        layout,
        map,
        { key: keyOf(survey, 'title'), value: scalar(layout, title, { flow: map.flow }) },
        survey,
      );
      if (pair) yield [pair];
    }
    if (isKey || !exact) yield [replaced(layout, found.part, title, mannerOf(found.item))];
  } else if (whole) {
    yield [{ span: whole, newText: scalar(layout, title, { flow: item.parent.flow }) }];
  }
}

/** States a value in place of the present one, behind its key where nothing stands there, or by a new key. */
function* state(
  setting: Setting,
  field: Field & ('status' | 'priority' | 'effort' | 'owner' | 'due' | 'id'),
  span: Span | undefined,
  texts: (like: string | undefined) => readonly Written[],
): Generator<readonly TextEdit[]> {
  const { layout, survey, holder } = setting;
  const { item, map } = holder;
  const found = span && textAt(item, span);
  if (span && found) {
    const whole = isWhole(layout, found.part, span);
    const like = whole ? found.part.value : layout.text.slice(span.start, span.end);
    for (const text of texts(like)) {
      if (whole) yield [replaced(layout, found.part, text.value, mannerOf(found.item, text))];
      else yield [within(layout, found, span, text.value)];
    }
    return;
  }
  const keys = fieldKeys[field];
  // A task may say by other keys too where it stands (`done: true`), but not everything.
  const used = keyOf(survey, field);
  const key = keys.test(plainKey(used)) ? used : field;
  const there =
    map?.items.find((one) => one.key?.value === key) ??
    map?.items.find((one) => one.key && keys.test(plainKey(one.key.value)));
  for (const text of texts(undefined)) {
    const value = written(layout, map, key, field, text);
    if (there && map) {
      if (!there.value) yield [filled(layout, there, value)];
      else if (there.value.kind === 'text') yield [replaced(layout, there.value, text.value, mannerOf(there, text))];
      else if (there.value.items.length === 0)
        yield [{ span: { start: there.value.start, end: there.value.end }, newText: value }];
    } else if (map) {
      const pair = insertPair(layout, map, { key, value }, survey);
      if (pair) yield [pair];
    } else yield* withKeys(setting, key, value, field === 'id');
  }
}

/** A new value, in quotes where its fellows have them. */
function written(layout: Layout, map: MapPart | undefined, key: string, field: Field, text: Written): string {
  const style = styleOf(layout, key, field);
  return scalar(layout, text.value, {
    flow: map?.flow ?? false,
    ...(style ? { style } : {}),
    ...(text.typed ? { typed: true } : {}),
  });
}

function styleOf({ items }: Layout, key: string, field: Field): TextPart['style'] | undefined {
  // Numbers and dates are plain in most files; words stand in quotes where the file's do.
  for (const item of items.values()) {
    if (item.key?.value === key && item.value?.kind === 'text')
      return item.value.style === 'plain' || field === 'id' ? undefined : item.value.style;
  }
  return undefined;
}

/** A text becomes keys, its title first or last. */
function* withKeys(
  { layout, survey, holder }: Setting,
  key: string,
  value: string,
  before: boolean,
): Generator<TextEdit[]> {
  const edit = keyed(
    layout,
    survey,
    holder,
    [{ key, value }],
    before && survey.follows.get(key) === undefined && survey.follows.has(key),
  );
  if (edit) yield [edit];
}

/** An edit that makes keys of a task that is a text: `- Mend it` → `- title: Mend it` and more. */
export function keyed(
  layout: Layout,
  survey: Survey,
  { item, whole }: Holder,
  pairs: readonly { readonly key: string; readonly value: string }[],
  first = false,
): TextEdit | undefined {
  const { text } = layout;
  const { flow } = item.parent;
  if (!whole || item.key) return undefined;
  const part = item.value;
  if (part?.kind === 'text' && (part.style === 'block' || part.style === 'alias')) return undefined;
  const source = text.slice(whole.start, whole.end);
  const title =
    part?.kind === 'text'
      ? part.style === 'plain' && !flow && !/[\r\n]/.test(source)
        ? scalar(layout, part.value, { flow })
        : source
      : scalar(layout, source.replace(/\s+/g, ' '), { flow });
  const titled = { key: keyOf(survey, 'title'), value: title };
  const all = (first ? [...pairs, titled] : [titled, ...pairs]).map((pair) => pairText(layout, pair, flow));
  if (flow) return { span: whole, newText: `{ ${all.join(', ')} }` };
  const lead = lineLead(text, item.start);
  const br = breakIn(text, whole.start);
  if (lead === undefined) return undefined;
  const indent = lead + ' '.repeat(whole.start - item.start);
  return { span: whole, newText: all.join(br + indent) };
}

function breakIn(text: string, at: number): string {
  return /\r\n|\r|\n/.exec(text.slice(at))?.[0] ?? /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Takes a value away, with its key. */
function* clear({ layout, holder }: Setting, span: Span): Generator<readonly TextEdit[]> {
  const found = textAt(holder.item, span);
  if (!found) return;
  const { part, item } = found;
  const list = item.key ? undefined : item.above;
  const owner = list ?? item;
  if (owner.key && owner.parent === holder.map && !isInTitle(holder, part)) {
    yield removal(layout, [owner]);
    if (owner.value)
      yield [{ span: { start: owner.value.start, end: owner.value.end }, newText: layout.json ? 'null' : '' }];
    return;
  }
  const from = span.start - part.start;
  const source = layout.text.slice(part.start, part.end);
  const head = source.slice(0, from);
  const tail = source.slice(span.end - part.start);
  for (const [open, close] of [
    [/[ \t]*[([{][^()[\]{}]{0,20}$/, /^[)\]}]/],
    [/(?:[ \t]*[-–—,;|·])?[ \t]*(?:[\p{L} ]{2,20}:[ \t]*)?@?$/u, /^/],
  ] as const) {
    const a = open.exec(head);
    const b = close.exec(tail);
    if (a && b) yield [{ span: { start: span.start - a[0].length, end: span.end + b[0].length }, newText: '' }];
  }
}

function isInTitle({ task }: Holder, part: TextPart): boolean {
  return part.start <= task.titleSpan.start && task.titleSpan.end <= part.end;
}

/** One owner in place of several. */
function* setOnlyOwner({ layout, holder }: Setting, value: string): Generator<readonly TextEdit[]> {
  const { owner } = holder.task;
  const found = owner && textAt(holder.item, owner.span);
  if (!found) return;
  const { part } = found;
  const text = named(value, layout.text.slice(owner.span.start, owner.span.end));
  const { parent } = found.item;
  if (parent.kind === 'list') {
    const others = parent.items.filter((one) => one !== found.item);
    yield [replaced(layout, part, text, mannerOf(found.item)), ...removal(layout, others)];
  } else yield [replaced(layout, part, text, mannerOf(found.item))];
}

function named(value: string, like: string | undefined): string {
  const name = value.replace(/^@/, '');
  return like?.startsWith('@') || (like === undefined && value.startsWith('@')) ? `@${name}` : name;
}

/** As the file writes it, in the manner of the present one, in a word. */
function priorities({ priorities: known }: Survey, value: Priority, like: string | undefined): Written[] {
  const own = known.get(value);
  const numbers: Readonly<Record<Priority, string>> = { critical: 'P0', high: 'P1', medium: 'P2', low: 'P3' };
  const sample = like ?? [...known.values()][0];
  const manner =
    sample === undefined
      ? []
      : /\bp\d\b/i.test(sample)
        ? [/p/.test(sample) ? numbers[value].toLowerCase() : numbers[value]]
        : sample === sample.toUpperCase() && /\p{L}/u.test(sample)
          ? [value.toUpperCase()]
          : /^\p{Lu}/u.test(sample)
            ? [value.charAt(0).toUpperCase() + value.slice(1)]
            : [];
  const texts = [...(own === undefined || own.length > 24 ? [] : [own]), ...manner, value];
  return [...new Set(texts)]
    .filter((text) => parsePriority(text) === value || text === value)
    .map((text) => ({ value: text, typed: true }));
}

function mannerOf({ parent }: Item, text?: Written) {
  return { flow: parent.flow, ...(text?.typed ? { typed: true } : {}) };
}

/** Whether a span takes all of a scalar, quotes and block marks aside. */
function isWhole({ text }: Layout, part: TextPart, span: Span): boolean {
  if (part.style === 'block') return span.end >= part.end;
  const quote = part.style === 'single' || part.style === 'double' ? 1 : 0;
  const before = text.slice(part.start + quote, span.start);
  return before.trim() === '' && text.slice(span.end, part.end - quote).trim() === '';
}

/** Puts a text in the place of a part of a scalar. */
function within(
  layout: Layout,
  { part, item }: { readonly part: TextPart; readonly item: Item },
  span: Span,
  value: string,
): TextEdit {
  const { text } = layout;
  const quote = part.style === 'single' || part.style === 'double' ? 1 : 0;
  const source = text.slice(part.start + quote, part.end - quote);
  if (source !== part.value) return { span, newText: value };
  const at = part.start + quote;
  const whole = source.slice(0, span.start - at) + value + source.slice(span.end - at);
  return replaced(layout, part, whole, mannerOf(item));
}
