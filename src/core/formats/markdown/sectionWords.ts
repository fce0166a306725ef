/**
 * Names of sections and labels in other languages than English, and English ones that only a whole phrase tells apart.
 * Every pattern is anchored at both ends and compared with a plain title (see `plainTitle`).
 */

/** What a section holds. */
export type SectionRole =
  | 'plan'
  | 'metrics'
  | 'risks'
  | 'dependencies'
  | 'themes'
  | 'review'
  | 'nextSteps'
  /** Prose about the plan: plain lists are no tasks there, check boxes are; its fields are facts of the document. */
  | 'about'
  /** What explains, links or rules out: no list in it is work. */
  | 'ignored';

/** What a list stands for by the label before it (`**Tasks:**`). */
export type LabelRole =
  'tasks' | 'outcomes' | 'metrics' | 'nextSteps' | 'risks' | 'dependencies' | 'detail' | 'heading';

/** Whole names by what they stand for; a name may be followed by `and …`, `by …`, `per …`. */
const sections: Readonly<Record<Exclude<SectionRole, 'plan' | 'themes' | 'nextSteps'>, readonly string[]>> = {
  metrics: [
    '(?:code quality|quality|performance|business|growth|usage|technical|product|health|development|user|adoption) (?:metrics|kpis?|indicators|statistics|targets|goals)',
    '(?:[a-z0-9-]{1,12}[ -])?(?:success|exit|hard|release|quality) gates?',
    '(?:[a-z0-9.-]{2,16} ){0,2}(?:acceptance|success|exit|completion|quality) (?:criteria|targets|measures|goals)',
    'success (?:factors|looks like|measurement)|measures? of success|measuring success|(?:development|project) statistics',
    'm[eé]tricas(?: de (?:sucesso|éxito|rendimiento|desempenho))?|indicadores(?: de (?:sucesso|éxito))?|crit[eé]rios de (?:sucesso|éxito|aceptaci[oó]n|aceita[cç][aã]o|aceite)|kpis? (?:por|par|pro|per) .{1,40}',
    'erfolgs(?:kriterien|metriken|messung)|akzeptanzkriterien|kennzahlen|abnahmekriterien',
    "crit[eè]res (?:de succ[eè]s|d'acceptation)|indicateurs(?: .{1,40})?|métriques(?: .{1,40})?",
    'criteri di (?:successo|accettazione)|metriche(?: .{1,40})?',
    'метрики(?: .{1,40})?|критерии (?:успеха|приемки|приёмки)|показатели|критерії (?:успіху|приймання)|метрики успіху',
    'kryteria (?:sukcesu|akceptacji)|metryki(?: .{1,40})?|succescriteria|acceptatiecriteria',
    '成功指标|成功标准|验收标准|关键指标|性能指标|指标|成功指標|驗收標準|成功基準|成功指標|受け入れ基準|指標|성공 지표|성공 기준|완료 기준',
  ],
  risks: [
    'riesgos(?: .{1,40})?|riscos(?: .{1,40})?|risiken(?: .{1,40})?|risiko(?:s|bewertung|analyse)?|risques(?: .{1,40})?|rischi(?: .{1,40})?',
    'риски(?: .{1,40})?|ризики(?: .{1,40})?|ryzyka?(?: .{1,40})?|风险(?:评估|与应对|和缓解|及应对措施|与缓解措施)?|風險(?:評估)?|リスク(?:と対策|管理)?|위험(?: 요소| 관리)?|리스크',
    '(?:plano?|plan) de conting[eê]ncia|contingency plans?|notfallplan',
  ],
  dependencies: [
    'abh[aä]ngigkeiten|d[eé]pendances|dependencias|depend[eê]ncias|dipendenze|зависимости|залежності|zależności|afhankelijkheden|依赖(?:关系)?|依賴|依存関係|의존성',
  ],
  review: [],
  about: [
    '(?:project |library |overall |current )?(?:status|state)(?: analysis| of .{1,40})?',
    '(?:[a-z-]{2,16} ){0,2}(?:principles|rules|guidelines|guardrails|conventions|polic(?:y|ies)|invariants?|philosophy|rationale|assumptions|constraints|implications|prohibitions|limitations)(?: (?:we|of|for|on) .{1,40})?',
    '(?:strategic|key|core|main|overall|business|primary|ultimate|high[- ]level|technical|design) (?:goals?|objectives?|aims?|principles|assumptions|concepts|decisions|differentiators|constraints|considerations|values|messages?)(?: .{1,40})?',
    '(?:security|privacy|performance|design|technical|deployment|compatibility|accessibility|legal)(?: (?:and|&) [a-z]{1,20})? (?:considerations|notes|decisions|constraints|assumptions|requirements)',
    '(?:phase|project|roadmap|plan|milestone|release|timeline|system|document|architecture|technical) (?:overview|summary|at a glance)|at a glance',
    'how .{1,80}|(?:[a-z-]{2,16} ){0,3}(?:notes|remarks)(?: (?:for|on|per|about|to) .{1,40})?|notas .{1,40}|notes? (?:techniques?|importantes?)|technische hinweise',
    '(?:primary|main|key|core|target|typical) use cases?(?:: .{1,60})?|[a-z /-]{2,30} strateg(?:y|ies)|(?:current(?:ly)? )?deprecated(?: [a-z]{2,16}){0,2}|benefits(?: .{1,40})?|b[eé]n[eé]fices .{1,40}|interdictions?(?: .{1,40})?|r[eè]gles .{1,40}|r[eé]sultats finaux|(?:competitive|target|market) (?:landscape|advantages?|users|audience|analysis)|monetization|pricing|root causes?(?: .{1,40})?|cronograma(?: .{1,40})?|calendario|zeitplan|calendrier',
    '(?:issue|bug) triage(?: .{1,40})?|how we (?:plan|prioriti[sz]e)(?: .{1,40})?|prioriti[sz]ation(?: .{1,40})?|decision log|decisions?|rationale|approach|principles?|philosophy|differentiators|(?:marketing )?(?:taglines|slogans)|core beliefs',
    '(?:versioning|release|testing|deployment|branching|pricing|backup|communication) (?:strategy|policy|cadence|cycle)|best practices|troubleshooting|important notes|compatibility matrix|(?:release |project )?timeline(?: .{1,30})?|progress (?:tracking|tracker|summary|overview)|roadmap discussion|glance',
    '(?:[a-z-]{2,16} ){0,3}(?:summary|findings|guardrails|limitations|decisions|conventions|protocols?|principles|root causes|trade-?offs)(?: (?:identified|applied|so far))?',
    '(?:[a-z-]{2,16} ){0,2}(?:lifecycle|methodology|observations)|(?:target|current|proposed|overall|system|high[- ]level|technical) architecture|(?:[a-z-]{2,16} ){0,2}assessment(?: summary)?|(?:[a-z-]{2,16} ){1,2}(?:intelligence|assessment|health|context) (?:summary|analysis|assessment)',
    'what (?:has )?changed|(?:product |market |competitive )positioning|product position|competitive (?:landscape|advantages?|comparison)(?: .{1,20})?|(?:feature )?comparison(?: .{1,40})?|where we (?:are|stand)(?: .{1,40})?|(?:how|when) .{1,40} works?|(?:long[- ]term |product |future |project )?vision(?: [0-9+]{4,8}| statement)?',
    '(?:competitive|competitor|gap|market|cost|swot|context|root cause|risk|impact) analysis(?: .{1,30})?',
    'rollback(?: [a-z]{1,12})?|breaking changes|migration (?:guide|notes)|upgrade (?:guide|notes)|limitations|caveats|lessons learned',
    '(?:database|db|data) (?:schema|tables?(?: reference)?|models?|structure)|api (?:endpoints|reference)|config(?:uration)? (?:options|reference)|(?:file|directory|folder|project) structure|code structure',
    '(?:(?:tools|tooling|technologies|technology)(?: (?:and|&) (?:tools|tooling|technologies|technology))?|tech stack|(?:recommended |proposed |current )?(?:technology|tech|technical) stack)(?: .{1,40})?',
    '(?:team|contacts?|responsibilities|resources?|budget|stakeholders|target audience|personas|competitors)(?: (?:and|&) [a-z ]{1,30}| requirements| allocation| structure| analysis| estimates?)?|(?:team )?roles (?:and|&) responsibilities|cost estimates?|market analysis',
    '(?:key |open )?questions(?: .{1,40})?|feedback questions|what this .{1,40}|what stays .{1,40}|what changes|why .{1,60}|when to .{1,60}|who .{1,60}',
    'objetivos?(?: .{1,40})?|restricciones(?: .{1,40})?|restri[cç][oõ]es(?: .{1,40})?|metas|meta|vis[aã]o(?: geral)?|visi[oó]n(?: general)?|misi[oó]n|miss[aã]o|resumen(?: ejecutivo)?|resumo(?: executivo)?|introducci[oó]n|introdu[cç][aã]o|contexto|antecedentes|estado actual|estado atual|situa[cç][aã]o atual|conclusi[oó]n|conclus[aã]o|decisiones .{1,40}|decis[oõ]es .{1,40}|consideraciones .{1,40}|considera[cç][oõ]es .{1,40}|herramientas .{1,40}|ferramentas .{1,40}|tecnolog[ií]as?(?: .{1,40})?|arquitectura|arquitetura|equipo|equipe|contatos .{1,40}|contactos .{1,40}|recursos(?: .{1,40})?|presupuesto|or[cç]amento|supuestos|premissas',
    '(?:technische|strategische|projekt)?ziele?|vision|projekt[uü]bersicht|[uü]bersicht|[uü]berblick|einleitung|einf[uü]hrung|zusammenfassung|hintergrund|kontext|ausgangslage|ist-zustand|aktueller stand|architektur|technologie(?:n|-stack)?|annahmen|entscheidungen|offene fragen|ressourcen|fazit',
    "objectifs?(?: .{1,40})?|vue d'ensemble|r[eé]sum[eé]|contexte|[eé]tat actuel|hypoth[eè]ses|[eé]quipe(?: .{1,30})?|ressources(?: .{1,30})?|budget(?: .{1,30})?|gouvernance|conclusion|questions ouvertes",
    'obiettivi|obiettivo|panoramica|introduzione|contesto|stato attuale|architettura|squadra|risorse|conclusioni',
    'цели?|цель|обзор|введение|описание|контекст|текущее состояние|архитектура|стек(?: .{1,40})?|команда|ресурсы|заключение|принципы|цілі|мета|огляд|вступ|опис|поточний стан|архітектура|висновки|засади',
    'cele?|przegl[aą]d|wprowadzenie|podsumowanie|architektura|zesp[oó][lł]|doelen|overzicht|inleiding|samenvatting|achtergrond|architectuur',
    '目标|愿景|概述|概览|简介|背景|现状|当前状态|架构|技术栈|技术选型|团队|资源|总结|原则|說明|说明|目標|願景|概要|はじめに|背景|現状|アーキテクチャ|技術スタック|まとめ|ビジョン|목표|비전|개요|소개|배경|현재 상태|아키텍처|기술 스택|요약',
  ],
  ignored: [
    "(?:deliberately |explicitly |intentionally )?not (?:doing|building|planned|included|supported|in this roadmap)(?: .{1,40})?|(?:things|what) we (?:will not|do not|don't) .{1,40}|(?:explicit|deliberate) non-goals(?: .{1,40})?",
    '(?:key |main |new |core )?files? (?:to (?:create|modify|change|update|add|delete|remove|edit|touch)|modified|changed|created|affected|added|touched|involved|structure)|(?:modified|changed|new|affected|created) files',
    "(?:deliberately|intentionally|explicitly) (?:not .{1,30}|excluded)|what (?:not to|we (?:will not|are not|do not|don't)|is not|isn't|this is not) .{1,60}|will not (?:do|be done)|won't do|not doing|explicitly (?:excluded|out of scope)|excluded|exclusions|considered and rejected|rejected (?:ideas|alternatives|approaches)|alternatives considered",
    'about (?:this )?(?:document|roadmap|file)|how (?:to|can|do|does|we|you|is|are) .{1,60}|github (?:milestones|projects?|issues)|get(?:ting)? involved|want to help|suggest(?:ions| a feature)|support(?: us)|quick links|useful links|external links|see also|community and support|contact(?: us)?|sources|bibliography',
    "recent changes|release notes|what's (?:new|changed)|update history|updates log|change history|document history|versioning|version policy",
    'inhalt(?:sverzeichnis)?|legende|mitmachen|mitwirken|beitragen|verweise|quellen|nicht[- ]ziele|nicht im (?:scope|umfang)|[aä]nderungs(?:protokoll|verlauf|historie)|versionshistorie|hinweise?|anhang',
    'sommaire|table des mati[eè]res|l[eé]gende|contribuer|contributions?|r[eé]f[eé]rences|hors p[eé]rim[eè]tre|non[- ]objectifs|liens|annexes?|journal des modifications|historique',
    '[ií]ndice|tabla de contenidos?|sum[aá]rio|leyenda|legenda|c[oó]mo contribuir|como contribuir|contribuir|contribuciones|contribui[cç][oõ]es|refer[eê]ncias|referencias|enlaces|fuera de(?:l)? (?:alcance|scope)|fora (?:de|do) escopo|no objetivos|notas|hist[oó]rico(?: .{1,40})?|historial(?: .{1,40})?|registro de cambios|ap[eé]ndice',
    'indice|contribuire|riferimenti|fuori ambito|non obiettivi|note|cronologia|appendice',
    'содержание|оглавление|легенда|обозначения|ссылки|источники|примечания|участие|не цели|вне рамок|история изменений|зміст|легенда|позначення|посилання|джерела|примітки|поза межами|історія змін',
    'spis tre[sś]ci|legenda|linki|poza zakresem|uwagi|historia zmian|inhoudsopgave|legenda|bijdragen|buiten scope|wijzigingslog',
    '目录|图例|参考(?:资料|文献)?|链接|贡献|如何贡献|附录|更新日志|变更记录|版本历史|范围外|不做|非目标|已考虑并拒绝的方案|目錄|圖例|參考資料|貢獻|目次|凡例|参考|リンク|貢献|付録|更新履歴|変更履歴|対象外|스코프 외|목차|범례|참고(?: 자료)?|기여|부록|변경 이력|범위 외',
  ],
};

/** Labels: what stands below them. */
const labels: Readonly<Record<Exclude<LabelRole, 'heading'>, readonly string[]>> = {
  tasks: [
    '(?:implementation|development|key|required|main|next|open|remaining|specific) (?:tasks|steps|plans|work|actions|items|changes|features)|in scope|scope|what to do|actions?|required (?:outputs|actions)|plans?|checklist|to be done|initiatives|proposed scope|work packages',
    'tareas|tarefas|entregables|entreg[aá]veis|funcionalidades|caracter[ií]sticas|nuevas capacidades|alcance|escopo(?: sugerido)?|acciones|a[cç][oõ]es|pr[oó]ximos pasos|pr[oó]ximos passos|pasos|passos',
    'aufgaben|n[aä]chste schritte|schritte|umfang|arbeitspakete|funktionen|ma[sß]nahmen|offen',
    't[aâ]ches|fonctionnalit[eé]s|livrables|prochaines [eé]tapes|[eé]tapes|p[eé]rim[eè]tre|actions',
    'attivit[aà]|compiti|funzionalit[aà]|prossimi passi|passi|ambito|taken|volgende stappen|zadania|zakres|kroki',
    'задачи|шаги|функции|возможности|следующие шаги|завдання|кроки|функції|наступні кроки|обсяг',
    '任务|任務|功能|范围内|範圍內|步骤|步驟|下一步|工作项|待办|タスク|作業|機能|範囲内|次のステップ|작업|할 일|기능|범위|다음 단계',
  ],
  outcomes: [
    'resultados?(?: esperados?)?|beneficios|benef[ií]cios|ergebnisse?|nutzen|r[eé]sultats(?: attendus)?|b[eé]n[eé]fices|risultati(?: attesi)?|результаты?|результат|результати|rezultaty|预期结果|预期收益|成果|收益|期待される成果|예상 결과|효과',
  ],
  metrics: [
    '(?!(?:build|release|platform|deployment|delivery) )(?:[a-z-]{2,16} ){0,2}(?:targets|criteria|kpis?|metrics)',
    'success (?:gate|factors|measures|looks like)|done when|definition of (?:done|ready)|dod|acceptance|acceptance tests?|exit criteria|quality gates?|validation criteria|verification',
    'crit[eé]rios? de (?:sucesso|éxito|aceptaci[oó]n|aceita[cç][aã]o|aceite)|m[eé]tricas(?: .{1,40})?|kpis?(?: .{1,40})?|aceptaci[oó]n|aceite',
    "akzeptanz(?:kriterien)?|erfolgskriterien|abnahme(?:kriterien)?|fertig,? wenn|crit[eè]res? (?:de succ[eè]s|d'acceptation)|criteri di (?:successo|accettazione)",
    'критерии(?: .{1,40})?|критерії(?: .{1,40})?|kryteria(?: .{1,40})?|验收(?:标准)?|驗收(?:標準)?|成功(?:指标|标准)|完成标准|受け入れ(?:基準|条件)|完了条件|성공 기준|완료 조건|인수 조건',
  ],
  nextSteps: [],
  risks: ['riesgos?|riscos?|risiken|risques?|rischi|риски|ризики|风险|風險|リスク|위험'],
  dependencies: [
    'dependencias|depend[eê]ncias|abh[aä]ngigkeiten|d[eé]pendances|dipendenze|depende de|voraussetzungen|pr[eé]requis|requisitos|зависимости|зависит от|залежності|依赖|依賴|前提|依存(?:関係)?|의존성',
  ],
  detail: [
    '(?:[a-z-]{2,16} )?(?:objectives?|goals?)|(?:phase )?numbering|execution order|depends',
    '(?:key |main |core |major |current |expected |business |user |technical |strategic )?(?:benefits?|advantages?|highlights?|takeaways?|insights?|learnings?|observations?|characteristics?|properties|strengths?|weaknesses|differentiators?|assumptions?|principles?|constraints?|limitations?|challenges?|concerns?|questions?|findings?|conclusions?|recommendations? for .{1,30}|use cases?|user stories|scenarios?|data sources?|responsibilities|stakeholders|audience|target users|prerequisites|requirements? met|risks?|trade-?offs|pros|cons|gaps?|pain points?|symptoms?|causes?|evidence|impact|value|values)',
    '(?:value proposition|what you get|what (?:this|it) (?:means|gives|enables|brings|solves)|what works|what doesn.t work|what we have|how it works|where it .{1,20}|who it .{1,20}|best for|ideal for|when to .{1,30}|current (?:state|situation|status|behaviou?r|implementation|limitations)|existing .{1,30}|before|after|today|problem statement|the problem|the solution|rationale|guiding principles|design principles|key (?:files|concepts|ideas|points|facts|decisions|numbers)|related (?:files|docs|documents|issues|work)|see also|test(?:ing)? (?:strategy|coverage|results)|breaking changes|estimat(?:e|ed|ion) .{0,20}|time (?:estimate|frame)|duration|team(?: size)?|team members|cost|budget|pricing|revenue|competition|competitors|comparison)',
    'why .{1,60}|(?!future )(?:[a-z-]{2,16} ){0,2}(?:findings|constraints|considerations|guardrails|implications|evidence)(?: identified)?|root causes?(?: .{1,40})?|notes? (?:per|on|for|about) .{1,40}|reasons?|(?:release|version|change) history|tests show',
    'pain points?|use cases?|background|user stor(?:y|ies)|effort|estimated effort|trade-?offs|decisions?|key decisions|technical (?:details|notes)|details|implementation (?:details|notes)|design|architecture|structure|why now|what stays the same|what changes|what we learned|out of scope|exclusions|excluded|non-goals?|not included|if not met|only after|until then|data (?:model|structure|source analysis)|example(?:s| usage)?|usage|limitations|current behaviou?r|proposed solution|owner|priority|timeline|version|target|date|reference|affected files|changed files|key files|files to (?:create|modify|change)|options?|alternatives|pros|cons|advantages|disadvantages|strengths|weaknesses|stack|tools|principle|summary|core principles|known issues|open issues|impact|size|complexity',
    'avantages?|inconv[eé]nients?|outils(?: .{1,30})?|ventajas|desventajas|vantagens|desvantagens|herramientas|ferramentas|vorteile|nachteile|werkzeuge|strumenti|vantaggi|svantaggi|преимущества|недостатки|инструменты|优点|缺点|工具|メリット|デメリット|장점|단점',
    'metas?|objetivos?|motiva[cç][aã]o|motivaci[oó]n|descripci[oó]n|descri[cç][aã]o|notas?|contexto|problema|soluci[oó]n|solu[cç][aã]o|ejemplos?|exemplos?|tecnolog[ií]as?|archivos|arquivos|arquitectura .{0,40}|responsable|respons[aá]vel|estado|status|prioridade?|fuera de alcance|fora (?:de|do) escopo|estrat[eé]gia|estrategia|planes de .{1,40}',
    'ziele?|status|stand|beschreibung|hinweise?|begr[uü]ndung|motivation|problem|l[oö]sung|dateien|beispiele?|nicht (?:im umfang|enthalten)|priorit[aä]t|aufwand|verantwortlich',
    'objectifs?|but|description|notes?|probl[eè]me|solution|fichiers|exemples?|hors p[eé]rim[eè]tre|priorit[eé]|statut|responsable|obiettivi|obiettivo|descrizione|problema|soluzione|esempi|fuori ambito|stato|priorit[aà]',
    'цели?|цель|описание|примечани[ея]|проблема|решение|примеры?|файлы|статус|приоритет|вне рамок|мета|цілі|опис|примітк[аи]|рішення|приклади?|файли|пріоритет|cele?|opis|uwagi|problem|doelen?|beschrijving|opmerkingen',
    '目标|目標|痛点|痛點|描述|说明|說明|背景|问题|問題|方案|解决方案|示例|文件|状态|狀態|优先级|優先級|范围外|範圍外|方法(?:（.{1,20}）)?|备注|備註|動機|动机|目的|説明|解決策|例|ファイル|状態|優先度|範囲外|備考|목표|설명|배경|문제|해결|예시|파일|상태|우선순위|범위 외|비고',
  ],
};

/** The role of a section by a name in the tables; what follows a name with `and`, `by` or `per` changes nothing. */
export function sectionByName(plain: string): SectionRole | undefined {
  return find(sectionPatterns, plain);
}

/** The role of a label by a name in the tables. */
export function labelByName(plain: string): LabelRole | undefined {
  return find(labelPatterns, plain);
}

function compile<Role extends string>(
  table: Readonly<Record<Role, readonly string[]>>,
  tail: string,
): readonly (readonly [RegExp, Role])[] {
  return (Object.keys(table) as Role[])
    .filter((role) => table[role].length > 0)
    .map((role) => [new RegExp(`^(?:${table[role].join('|')})${tail}$`, 'u'), role]);
}

const sectionPatterns = compile(sections, '(?: (?:and|&|by|per|und|et|y|e|i|и|та) .{1,40})?');
const labelPatterns = compile(labels, '(?: [(（—–-].{0,60})?');

function find<Role extends string>(patterns: readonly (readonly [RegExp, Role])[], plain: string): Role | undefined {
  return patterns.find(([pattern]) => pattern.test(plain))?.[1];
}
