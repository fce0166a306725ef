import type { PlanFacts, Sourced, Status, Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import type { SourceText } from '../../text/sourceText.js';
import { statusAt } from '../../values/status.js';
import { fieldOfWord, type FieldName } from '../../values/words/fields.js';
import { plainTitle } from '../plainTitle.js';
import { onlyFacts, takeValue } from '../planFacts.js';
import { isAction } from './action.js';
import type { Table } from './blocks.js';
import { reportConflict } from './conflicts.js';
import { fieldValue } from './fieldValues.js';
import { readInline, type Inline } from './inline.js';
import { takeField, type FieldFacts, type InheritedStatus, type Reading } from './tasks.js';
import { readTitle, type Title } from './titles.js';

/** What a column of a table of work holds, by its header. */
export type Column =
  'title' | 'text' | 'id' | 'reference' | 'status' | 'priority' | 'effort' | 'owner' | 'date' | 'group' | 'other';

/** Headers as people write them, compared as plain titles; the first that matches counts. */
const columns: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:status|state|done|progress|completed?|estado|situa[cç][aã]o|stato|statut|[eé]tat|stand|zustand|статус|стан|состояние|готово|状态|狀態|进度|進度|完成|状況|ステータス|進捗|상태|진행)$/,
    'status',
  ],
  [
    /^(?:priority|prio|importance|moscow|p|priorit[aä]t|prioridade?|priorit[eéà]|приоритет|пріоритет|priorytet|prioriteit|优先级|優先級|優先度|우선순위)$/,
    'priority',
  ],
  [
    /^(?:(?:estimated |est\. ?)?(?:effort|estimate|estimation|size|complexity|duration|time|hours|days|points|story points|cost)|aufwand|dauer|sch[aä]tzung|esfuerzo|esfor[cç]o|duraci[oó]n|dura[cç][aã]o|estimativa|estimaci[oó]n|complejidad|complexidade|dur[eé]e|effort estim[eé]|charge|stima|durata|оценка|срок|трудоёмкость|трудоемкость|сложность|складність|工作量|工时|复杂度|工数|見積|예상 시간|난이도|공수)$/,
    'effort',
  ],
  [
    /^(?:owners?|assignees?|assigned(?: to)?|lead|who|dri|responsible|verantwortlich|zust[aä]ndig|responsable|respons[aá]vel|responsabile|ответственный|исполнитель|відповідальний|виконавець|负责人|負責人|担当|担当者|담당|담당자)$/,
    'owner',
  ],
  [
    /\b(?:date|deadline|due|timeline|timeframe|eta|start|end|when|schedule)$|^(?:target|due(?: date)?|quarter|target (?:quarter|release)|datum|termin|frist|fecha|data|prazo|plazo|scadenza|date pr[eé]vue|[eé]ch[eé]ance|дата|срок|термін|日期|时间|時間|截止日期|期限|予定|기한|일정|날짜)$/u,
    'date',
  ],
  [/^(?:id|no|nr|num|number|key|code|ref|rank|order|seq|n|номер|编号|編號|序号|番号|번호)$/, 'id'],
  [/^(?:issues?|tickets?|prs?|links?|issue links?|pull requests?|github(?: issues?)?|jira)$/, 'reference'],
  [
    /^(?:(?:key |planned |main )?(?:tasks?|features?|items?|work(?: items?)?|deliverables?|milestones?(?: names?| titles?)?|epics?|stor(?:y|ies)|user stor(?:y|ies)|actions?(?: items?)?|activit(?:y|ies)|initiatives?|scenarios?|to-?dos?|steps?|requirements?|improvements?|enhancements?|capabilit(?:y|ies)|titles?|objectives?|work packages?|projects?)(?: names?)?|aufgaben?|meilensteine?|funktion(?:en)?|arbeitspakete?|ma[sß]nahmen?|tareas?|tarefas?|hitos?|marcos?|funcionalidade?s?|caracter[ií]sticas?|entregables?|entreg[aá]vel|entreg[aá]veis|actividad(?:es)?|atividades?|a[cç][aã]o|acciones?|t[aâ]ches?|fonctionnalit[eé]s?|jalons?|livrables?|attivit[aà]|compit[oi]|funzionalit[aà]|задачи?|функци[яи]|этапы?|веха|вехи|завдання|функці[яї]|zadani[ea]|funkcj[ae]|ta[ka]en|taak|任务|任務|功能|里程碑|事项|事項|工作项|特性|内容|タスク|機能|作業|項目|マイルストーン|작업|기능|할 일|마일스톤|항목)$/,
    'title',
  ],
  [
    /^(?:descriptions?(?: notes)?|details?|summary|names?|subject|what|components?|modules?|domains?|areas?|packages?|topics?|scope|change|goals?|focus|beschreibung|bereich|thema|descripci[oó]n|descri[cç][aã]o|nombre|nome|descrizione|description|nom|описание|название|опис|назва|opis|nazwa|描述|说明|說明|名称|模块|説明|概要|名前|설명|이름|내용)$/,
    'text',
  ],
  [
    /^(?:phases?|sprints?|weeks?|quarters?|months?|versions?|releases?|categor(?:y|ies)|themes?|tiers?|types?|stages?|этап|фаза|версия|фаза|阶段|階段|版本|フェーズ|バージョン|단계|버전)$/,
    'group',
  ],
];

/** Columns of tables that compare, measure, explain or weigh. */
const noWork =
  /^(?:metrics?|kpis?|indicators?|risks?|mitigations?|probability|likelihood|options?|default|values?|targets?(?: values?)?|current(?: value)?|today|baseline|before|after|aspects?|criteri(?:on|a)|choice|technolog(?:y|ies)|tools?|layers?|pros|cons|advantages?|disadvantages?|symbols?|icons?|marks?|emoji|meaning|legend|terms?|definitions?|roles?|names? and roles?|person|member|contacts?|questions?|answers?|decisions?|alternatives?|parameters?|arguments?|fields?|methods?|endpoints?|pricing|prices?|plans?|competitors?|test(?:s| type)?|coverage|pass rate|thresholds?|sources?|changes? from .{1,30}|environments?|variables?|commands?|file(?:s| path)?|columns?|m[eé]tricas?|indicador(?:es)?|riscos?|riesgos?|risiko|risiken|kennzahl|metrik|risques?|rischi[o]?|метрика|риск|ризик|показатель|指标|风险|指標|風險|リスク|지표|위험)$/;

/** A longer cell explains something. */
const longestFact = 300;
/** Titles of rows that sum up. */
const sum = /^(?:total|sum|overall|gesamt|summe|insgesamt|totale?|итого|всього|разом|合计|总计|合計|합계)\b/;
const codeId = /^(?=[\p{L}\d._/-]*\d)\p{L}[\p{L}\d]{0,11}(?:[-._/][\p{L}\d]{1,12}){0,4}$/u;

/** Rows of a table as tasks; none where the table is no table of work. `heading`: the title of its section. */
export function readTable(
  reading: Reading,
  table: Table,
  inherited: InheritedStatus | undefined,
  heading: string | undefined,
): Task[] {
  const kinds = columnKinds(reading.source, table);
  const columnOfTitle = titleColumn(kinds, heading);
  if (columnOfTitle === undefined || repeatsHeadings(reading, table, kinds)) return [];
  if (compares(reading, table, kinds, columnOfTitle)) return [];
  const tasks: Task[] = [];
  const facts = factsByColumn(reading, table, kinds);
  for (const row of table.rows) {
    const task = readRow(reading, row, kinds, facts, columnOfTitle, inherited);
    if (task) tasks.push(task);
  }
  return tasks;
}

/** What a cell says where things are compared. */
const answer =
  /^(?:yes|no|never|always|partial(?:ly)?|limited|full|free|ja|nein|s[ií]|n[aã]o|oui|non|да|нет|是|否|有|无|✓|✗|✔️?|✖️?|✅|❌|—|-|–|n\/a)$/iu;

const factColumns: ReadonlySet<string> = new Set(['status', 'priority', 'effort', 'owner']);

/** `Feature | Ours | Theirs` with a yes or a no in most cells: what several things can do side by side. */
function compares(reading: Reading, table: Table, kinds: readonly (Column | 'noWork')[], title: number): boolean {
  const others = kinds.flatMap((kind, index) => (index !== title && kind === 'other' ? [index] : []));
  if (others.length < 2 || kinds.some((kind) => factColumns.has(kind))) return false;
  let answers = 0;
  let cells = 0;
  for (const row of table.rows) {
    for (const index of others) {
      const cell = row.cells[index];
      if (!cell) continue;
      cells++;
      if (answer.test(readInline(reading.source, cell).read.text.trim())) answers++;
    }
  }
  return cells > 0 && answers * 3 >= cells * 2;
}

export function columnKinds(source: SourceText, table: Table): readonly (Column | 'noWork')[] {
  return table.header.map((cell) => {
    const raw = readInline(source, cell).read.text.trim();
    if (/^(?:#|№|＃)$/.test(raw)) return 'id';
    const plain = plainTitle(raw);
    if (plain === '') return /^[✅✓✔☑]/u.test(raw) ? 'status' : 'other';
    return columns.find(([pattern]) => pattern.test(plain))?.[1] ?? (noWork.test(plain) ? 'noWork' : 'other');
  });
}

/** Undefined for a column that holds none. */
type FactColumn = FieldName | 'window' | undefined;

/** Facts that a column holds by the name of a field, beside those that tell a table of work. */
function factsByColumn(reading: Reading, table: Table, kinds: readonly (Column | 'noWork')[]): readonly FactColumn[] {
  return table.header.map((cell, index) => {
    const kind = kinds[index];
    if (kind === 'reference') return 'references';
    if (kind !== 'date' && kind !== 'other') return undefined;
    const plain = plainTitle(readInline(reading.source, cell).read.text.trim());
    if (/^(?:start|begin|beginn|inicio|início|inizio|début|начало|开始|開始)$/.test(plain)) return 'start';
    if (/^(?:end|finish|ende|fin|fim|fine|finish date|end date|date|datum|fecha|data|дата|日期)$/.test(plain))
      return 'due';
    return fieldOfWord(plain) ?? (kind === 'date' ? 'window' : undefined);
  });
}

/** Whether most rows of a table without states name what has a heading of its own: a summary of the plan. */
function repeatsHeadings({ source, names }: Reading, table: Table, kinds: readonly (Column | 'noWork')[]): boolean {
  if (kinds.includes('status')) return false;
  const repeated = table.rows.filter(({ cells }) =>
    cells.slice(0, 3).some((cell) => {
      const plain = plainTitle(readInline(source, cell).read.text);
      return plain.length > 2 && names().has(plain);
    }),
  ).length;
  return repeated >= 2 && repeated * 3 >= table.rows.length * 2;
}

/** The column that names the work; undefined where the table holds none. */
function titleColumn(kinds: readonly (Column | 'noWork')[], heading: string | undefined): number | undefined {
  const at = (kind: Column) => {
    const index = kinds.indexOf(kind);
    return index < 0 ? undefined : index;
  };
  const title = at('title');
  const first = kinds.findIndex((kind) => kind !== 'id' && kind !== 'status' && kind !== 'priority');
  if (kinds[first] === 'noWork') return undefined;
  const facts = (['status', 'priority', 'effort', 'owner'] as const).filter((kind) => kinds.includes(kind)).length;
  if (title !== undefined) return facts === 0 && kinds.includes('noWork') ? undefined : title;
  const text = at('text');
  const reference = at('reference');
  if (reference !== undefined && text !== undefined) return text;
  if (kinds.includes('noWork') && !kinds.includes('status')) return undefined;
  if (facts > 0 || (kinds.includes('id') && text !== undefined && kinds.includes('date'))) {
    return text ?? reference ?? (kinds[first] === 'other' && kinds.length > 1 ? first : undefined);
  }
  return heading !== undefined && isAction(heading) && first >= 0 ? first : undefined;
}

function readRow(
  reading: Reading,
  row: Table['rows'][number],
  kinds: readonly (Column | 'noWork')[],
  factOf: readonly FactColumn[],
  columnOfTitle: number,
  inherited: InheritedStatus | undefined,
): Task | undefined {
  const cells = row.cells.map((cell) => readInline(reading.source, cell));
  const at = named(cells, kinds, columnOfTitle);
  const inline = cells[at];
  if (!inline) return undefined;
  const title = readTitle(inline, reading.grammar);
  // A version, id or number beside the name of a phase says what the phase belongs to, or counts what it holds.
  if (kinds.includes('group') && (codeId.test(title.text) || !/\p{L}/u.test(title.text))) return undefined;
  if (!/[\p{L}\p{N}]/u.test(title.text) || sum.test(plainTitle(title.text))) return undefined;
  const facts: FieldFacts = { ...title.facts };
  let id = title.id;
  cells.forEach((cell, index) => {
    if (index === at) return;
    const kind = kinds[index];
    const text = cell.read.text;
    const value = text.trim();
    if (value === '') return;
    const start = text.indexOf(value);
    const valueSpan = cell.read.sourceSpan(start, start + value.length);
    const field = { name: kind ?? '', value, valueSpan, span: cell.read.span, inline: cell, at: start };
    const fact = factOf[index];
    if (fact && value.length <= longestFact) takeValue(facts, fact, fieldValue(field));
    if (kind === 'status' || kind === 'priority' || kind === 'effort' || kind === 'owner') {
      if (/[\p{L}\p{N}]/u.test(value) || kind === 'status') takeField(reading, field, facts);
    } else if ((kind === 'id' || index === columnOfTitle) && codeId.test(value)) id ??= { value, span: valueSpan };
  });
  reportConflict(reading.problems, title, facts.status);
  return task(row.span, title, id, facts, facts.status ?? markIn(reading, cells, at), inherited);
}

/** The cell that names the row: where the column of titles holds a mere id, the text beside it. */
function named(cells: readonly Inline[], kinds: readonly (Column | 'noWork')[], columnOfTitle: number): number {
  if (!codeId.test(cells[columnOfTitle]?.read.text.trim() ?? '')) return columnOfTitle;
  const next = cells.findIndex(
    ({ read }, index) =>
      index > columnOfTitle &&
      (kinds[index] === 'title' || kinds[index] === 'text' || kinds[index] === 'other') &&
      /\p{L}.*\s.*\p{L}/u.test(read.text),
  );
  return next < 0 ? columnOfTitle : next;
}

/** A status emoji that begins a cell without a status column. */
function markIn({ grammar }: Reading, cells: readonly Inline[], except: number): Sourced<Status> | undefined {
  for (const [index, { read }] of cells.entries()) {
    if (index === except) continue;
    const from = read.text.length - read.text.trimStart().length;
    const found = statusAt(read.text, from, grammar.marks);
    if (found) return { value: found.status, span: read.sourceSpan(found.start, found.end) };
  }
  return undefined;
}

function task(
  span: Span,
  title: Title,
  id: Sourced<string> | undefined,
  facts: PlanFacts,
  marked: Sourced<Status> | undefined,
  inherited: InheritedStatus | undefined,
): Task {
  const own = title.status ?? marked?.value;
  const statusSpan = title.statusSpan ?? marked?.span;
  return {
    kind: 'task',
    id: id?.value ?? '',
    idSource: id ? 'explicit' : 'derived',
    ...(id ? { idSpan: id.span } : {}),
    title: title.text,
    titleSpan: title.span,
    span,
    markerSpan: { start: span.start, end: span.start },
    status: own ?? inherited?.status ?? 'todo',
    statusSource: own ? 'own' : inherited ? 'inherited' : 'default',
    ...(own && statusSpan ? { statusSpan } : {}),
    ...onlyFacts(facts),
    children: [],
  };
}
