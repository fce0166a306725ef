/** The facts of a task or group that fields carry. */
export type FieldName =
  'priority' | 'effort' | 'owner' | 'status' | 'due' | 'start' | 'labels' | 'dependsOn' | 'references';

/** The names people give these fields, by language, in lower case. */
const names: Readonly<Record<FieldName, readonly string[]>> = {
  priority: [
    'priority|prio|importance|urgency',
    'priorität|dringlichkeit|priorité|prioridad|prioridade|priorità|prioriteit|priorytet',
    'приоритет|пріоритет|优先级|優先級|優先順位|優先度|重要度|우선순위|öncelik|prioritas|ưu tiên|độ ưu tiên|priorita|prioritet',
  ],
  effort: [
    'effort|estimate|estimation|size|duration|estimated effort|estimated time|estimated duration|estimated size|time estimate',
    'aufwand|schätzung|dauer|geschätzter aufwand|estimation|durée|charge|effort estimé|esfuerzo|duración|estimación|tiempo estimado|esforço|duração|estimativa|tempo estimado',
    'durata|stima|sforzo|inspanning|duur|schatting|szacowany czas|czas trwania|nakład',
    'оценка|трудозатраты|длительность|срок выполнения|оцінка|тривалість|工作量|预计时间|预估|工期|工時|預估|工数|見積|見積もり|所要時間|期間|예상 시간|소요 시간|기간|공수|süre|efor|durasi',
  ],
  owner: [
    'owner|owners|assignee|assignees|assigned|assigned to|lead|leads|responsible|responsibility|driver|dri',
    'verantwortlich|zuständig|bearbeiter|responsable|responsables|assigné à|responsável|responsáveis|responsabile|verantwoordelijke|eigenaar|właściciel|odpowiedzialny',
    'ответственный|исполнитель|владелец|відповідальний|виконавець|负责人|負責人|責任者|担当|担当者|담당|담당자|책임자|sorumlu|penanggung jawab|người phụ trách|ansvarig',
  ],
  status: [
    'status|state|stand|statut|état|estado|situação|stato|stan',
    'статус|состояние|стан|状态|狀態|状況|状態|ステータス|進捗|상태|진행 상태|진행상태|durum|trạng thái|stav',
  ],
  due: [
    'due|due date|deadline|due by|target date|eta|completion date|target completion|finish by',
    'fällig|fällig am|frist|termin|zieldatum|échéance|date limite|date cible|fecha límite|fecha objetivo|vencimiento|prazo|data limite|scadenza|vervaldatum',
    'срок|дедлайн|крайний срок|термін|кінцевий термін|截止|截止日期|截止時間|到期|期限|締切|締め切り|期日|마감|마감일|기한|목표일|son tarih|tenggat|hạn chót|termín|förfaller',
  ],
  start: [
    'start date|planned start|begin date|startdatum|beginndatum|date de début|fecha de inicio|data de início|data di inizio|дата начала|开始日期|開始日|시작일',
  ],
  labels: [
    'labels|label|tags|tag|kategorien|étiquettes|etiquetas|etichette|labels|etykiety|метки|теги|мітки|标签|標籤|タグ|ラベル|태그|라벨|etiketler',
  ],
  dependsOn: [
    'depends on|dependency|dependencies|depends|blocked by|requires|prerequisite|prerequisites|blockers|blocker',
    'abhängigkeiten|abhängig von|blockiert durch|dépend de|dépendances|bloqué par|depende de|dependencias|bloqueado por|dependências|dipende da|dipendenze|afhankelijk van|afhankelijkheden|zależy od|zależności',
    'зависит от|зависимости|залежить від|залежності|依赖|依赖于|依賴|前置|前置条件|依存|依存関係|前提|前提条件|의존성|의존|선행 작업|bağımlılıklar',
  ],
  references: [
    'issue|issues|pr|prs|pull request|pull requests|mr|merge request|tracking issue|tracked in|ticket|tickets|related issues|related issue|related pr|jira',
  ],
};

const byName = new Map<string, FieldName>();
for (const [field, groups] of Object.entries(names) as [FieldName, readonly string[]][]) {
  for (const group of groups) for (const name of group.split('|')) if (!byName.has(name)) byName.set(name, field);
}

/** The fact a field's name stands for; the name in lower case, without markup. */
export function fieldOfWord(name: string): FieldName | undefined {
  return byName.get(name);
}
