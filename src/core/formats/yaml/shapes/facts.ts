import type { PlanFacts, Status } from '../../../model/roadmap.js';
import { parseEffort } from '../../../values/effort.js';
import { parsePriority } from '../../../values/priority.js';
import { parseStatus, statusOfBox, statusOfWord, type StatusMarks } from '../../../values/status.js';
import { parseDate } from '../../../values/date.js';
import type { MapTree, TextTree, TreePair } from '../../../yaml/tree.js';
import { takeValue, type FactDraft } from '../../planFacts.js';
import { plainKey } from './keys.js';

/** What the keys of an entry say of it beside its title. */

/** What people call the fields that a task is said to have. */
export const fieldKeys = {
  status:
    /^(?:status|state|estado|statut|stato|stav|статус|состояние|状态|状況|ステータス|상태|progress status|current status|implementation status)$/,
  id: /^(?:id|key|slug|code|uid|ref|identifier|(?:[a-z]{1,20} )id)$/,
  priority:
    /^(?:priority|prio|importance|requirement|moscow|severity|urgency|prioridad|priorité|priorität|приоритет|优先级)$/,
  effort:
    /^(?:effort|estimate|estimated effort|estimation|estimated time|duration|size|time|effort estimate|estimated duration)$/,
  owner:
    /^(?:owner|owners|assignee|assignees|assigned to|assigned|lead|responsible|dri|who|responsable|verantwortlich)$/,
  due: /^(?:due|due date|due on|due by|deadline|target date|eta|end|end date|finish date|target completion|planned end|fällig|échéance|vencimiento|prazo|scadenza|срок|截止日期|期限|마감일)$/,
} as const;

const flags: Readonly<Record<Exclude<Status, 'todo'>, RegExp>> = {
  done: /^(?:is )?(?:done|complete|completed|finished|shipped|implemented|released|delivered|closed|checked|resolved)$/,
  doing: /^(?:is )?(?:in progress|started|active|wip|doing)$/,
  blocked: /^(?:is )?blocked$/,
  cancelled: /^(?:is )?(?:cancelled|canceled|dropped|abandoned)$/,
};
const doneDates = /^(?:completed|done|finished|shipped|closed|released|completion) (?:at|on|date|in)$/;
const progressKeys = /^(?:progress|percent|percentage|percent complete|completion|progress percent)$/;

/** The pair of the first of the keys that has a text, in the order of the map. */
export function textOf({ pairs }: MapTree, keys: RegExp): (TreePair & { readonly value: TextTree }) | undefined {
  return pairs.find(
    (pair): pair is TreePair & { readonly value: TextTree } =>
      pair.value?.kind === 'text' && keys.test(plainKey(pair.key)),
  );
}

/** A status; `status` is absent where nobody knows what the text means. */
export interface StatedStatus {
  readonly status: Status | undefined;
  readonly text: TextTree;
}

/** Where an entry says that it stands: by a text, a flag, the date it was finished, or how far it is. */
export function statusOfEntry(map: MapTree, marks?: StatusMarks): StatedStatus | undefined {
  const stated = textOf(map, fieldKeys.status);
  if (stated) return { status: statusOfText(stated.value.value, marks), text: stated.value };
  let open: StatedStatus | undefined;
  for (const { key, value } of map.pairs) {
    if (value?.kind !== 'text') continue;
    const plain = plainKey(key);
    for (const status of Object.keys(flags) as (keyof typeof flags)[]) {
      if (!flags[status].test(plain)) continue;
      if (/^(?:true|yes|y|on|1|x|✅|✓|✔)$/i.test(value.value)) return { status, text: value };
      if (status === 'done' && parseDate(value.value)) return { status, text: value };
      if (status === 'done' && /^(?:false|no|n|off|0)$/i.test(value.value)) open = { status: 'todo', text: value };
    }
    if (doneDates.test(plain) && parseDate(value.value)) return { status: 'done', text: value };
  }
  if (open) return open;
  const progress = textOf(map, progressKeys);
  const status = progress && statusOfProgress(progress.value.value);
  return status && { status, text: progress.value };
}

/** `in_progress`, `✅ COMPLETE (Phase 1)`, `Done - see #12`, `60 %`, `x`. */
export function statusOfText(text: string, marks?: StatusMarks): Status | undefined {
  const spaced = text.replace(/[_-]+/g, ' ');
  const known =
    statusOfWord(text, marks) ??
    statusOfWord(spaced, marks) ??
    parseStatus(text, marks) ??
    parseStatus(spaced, marks) ??
    statusOfProgress(text);
  if (known) return known;
  const box = /^\[(.?)\]/u.exec(text) ?? /^([xX✓✔])$/.exec(text);
  if (box) return statusOfBox(box[1]!, marks);
  if (/^n\/?a$/i.test(text)) return 'cancelled';
  // The word before a bracket, comma or dash says it, whatever stands behind.
  const first = /^[^\p{L}]{0,4}([\p{L}'’ ]{2,40}?)\s*(?:[(:;,.–—/|-]|$)/u.exec(spaced.slice(0, 60))?.[1];
  const word = first ?? /^[^\p{L}]{0,4}(\p{L}{2,30})/u.exec(spaced)?.[1];
  if (word === undefined) return undefined;
  return (
    statusOfWord(word, marks) ??
    otherWords.find(([known]) => known.test(word))?.[1] ??
    statusOfWord(word.split(' ')[0]!, marks)
  );
}

/** What only values of a field say: elsewhere these words may be anything. */
const otherWords: readonly (readonly [RegExp, Status])[] = [
  [/^(?:mostly|partly|partially|almost|nearly|half|in|under|being)\b/i, 'doing'],
  [/^(?:testing|reviewing|review|experimental|beta|alpha|building|developing|drafting|current)\b/i, 'doing'],
  [/^(?:verified|live|deployed|passed|stable|ga|available|fixed|success|successful|launched|published)$/i, 'done'],
  [
    /^(?:skip|skipped|superseded|obsolete|deprecated|discarded|declined|invalid|not applicable|na|not planned)\b/i,
    'cancelled',
  ],
  [
    /^(?:ready|queued|draft|idea|new|tbd|later|next|soon|someday|postponed?|deferred|delayed|considering|considered|evaluating|exploring|research|researching|approved|accepted|requested|unstarted|icebox|parked|not)\b/i,
    'todo',
  ],
];

/** `60`, `60%`, `3/5` */
function statusOfProgress(text: string): Status | undefined {
  const match = /^(\d{1,4})(?:\.\d{1,4})?\s?(?:%|\/\s?(\d{1,4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, part, whole] = match;
  const share = Number(part) / Number(whole ?? 100);
  return share >= 1 ? 'done' : share > 0 ? 'doing' : 'todo';
}

/** Whether an entry says anything that is said of work alone. */
export function hasWorkKeys(map: MapTree): boolean {
  return map.pairs.some(({ key }) => workKeys.test(plainKey(key)));
}

const workKeys =
  /^(?:status|state|done|completed?|priority|effort|estimate|assignee|owner|due|due date|target date|deadline|eta|depends on|dependencies|blocked by|progress|acceptance criteria|milestone|phase|sprint|quarter|story points)$/;

/** The part of the plan that an entry says it belongs to. */
export function partOfEntry(map: MapTree): (TreePair & { readonly value: TextTree }) | undefined {
  return textOf(map, /^(?:phase|milestone|epic|sprint|release|stage|iteration|initiative|project)(?: id)?$/);
}

/** The id of an entry: one word that a commit or a comment can name. */
export function idOfEntry(map: MapTree): TextTree | undefined {
  const id = textOf(map, /^id$/) ?? textOf(map, fieldKeys.id);
  return id && /^\S{1,80}$/.test(id.value.value) ? id.value : undefined;
}

/** What an entry says of itself by keys that people name so: who, when, how much, what it is about and waits for. */
export function planFacts(map: MapTree, of: 'task' | 'group'): PlanFacts {
  const draft: FactDraft = {};
  const priority = textOf(map, fieldKeys.priority);
  const level = priority && parsePriority(priority.value.value);
  if (priority && level) draft.priority = { value: level, span: priority.value.span };
  const effort = textOf(map, fieldKeys.effort);
  const days = effort && parseEffort(effort.value.value);
  if (effort && days) {
    draft.effort = {
      text: effort.value.value,
      minDays: days.minDays,
      maxDays: days.maxDays,
      span: effort.value.span,
    };
  }
  for (const [name, keys] of factKeys) takeKeys(draft, name, keys, map);
  // The window of a group is read with its title.
  const window = of === 'task' ? windowText(map) : undefined;
  if (window) takeValue(draft, 'window', { text: window.value, spanOf: () => window.span });
  return draft;
}

const factKeys: readonly (readonly [FactName, RegExp])[] = [
  ['owner', fieldKeys.owner],
  ['due', fieldKeys.due],
  ['start', /^(?:start|start date|starts|begin|begins|planned start)$/],
  ['labels', /^(?:labels|label|tags|tag|etiquetas|метки|标签|タグ)$/],
  [
    'dependsOn',
    /^(?:depends on|dependencies|dependency|depends|deps|blocked by|blockers|requires|prerequisites|after|dependencias|зависит от|зависимости|依赖|依存)$/,
  ],
  [
    'references',
    /^(?:issue|issues|github issue|github issues|issue number|issue url|pr|prs|pull request|pull requests|pr url|mr|ticket|tickets|jira|links|link|url|refs|references)$/,
  ],
];

/** Takes the texts of all keys of a name: a text, a list of texts, or of entries with an id. */
function takeKeys(draft: FactDraft, name: FactName, keys: RegExp, { pairs }: MapTree): void {
  for (const { key, value } of pairs) {
    if (!value || !keys.test(plainKey(key))) continue;
    const texts = value.kind === 'list' ? value.entries.map((entry) => entry.value) : [value];
    const items = texts.flatMap((item) => {
      const text = item?.kind === 'map' ? idOfEntry(item) : item;
      return text?.kind === 'text' ? [text] : [];
    });
    if (items.length > 0) takeItems(draft, name, items, /^(?:issue|pr|mr|ticket|pull)/.exec(plainKey(key))?.[0]);
  }
}

const nothing = /^(?:[-–—]+|none|n\/a|tbd|null|~)$/i;

function takeItems(draft: FactDraft, name: FactName, items: readonly TextTree[], kind: string | undefined): void {
  const [first] = items;
  if (name === 'references') {
    for (const { value, span } of items) {
      // `issue: 12` has no sign before its number.
      const bare = kind !== undefined && /^\d{1,7}$/.test(value);
      takeValue(draft, name, { text: bare ? `#${value}` : value, spanOf: () => span });
    }
  } else if (items.length === 1 || name === 'due' || name === 'start') {
    const { value, span } = first!;
    takeValue(draft, name, { text: value, spanOf: () => span });
  } else {
    const values = items
      .filter(({ value }) => !nothing.test(value))
      .map(({ value, span }) => ({ value: name === 'dependsOn' ? value : value.replace(/^[@#](?=\D)/, ''), span }));
    if (name !== 'owner') draft[name] ??= values;
    else if (values[0] && !draft.owner) {
      draft.owner = values[0];
      if (values.length > 1) draft.owners = values;
    }
  }
}

type FactName = 'owner' | 'due' | 'start' | 'labels' | 'dependsOn' | 'references';

const windowKeys =
  /^(?:window|quarter|timeframe|time frame|period|timeline|when|weeks?|months?|dates?|target|target quarter)$/;

/** The text by which a part of the plan says when it is. */
export function windowText(map: MapTree): TextTree | undefined {
  return textOf(map, windowKeys)?.value;
}
