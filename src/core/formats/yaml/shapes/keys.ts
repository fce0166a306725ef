import { parseWindow } from '../../../values/window.js';
import { statusOfWord, type StatusMarks } from '../../../values/status.js';
import type { GroupKind, Status } from '../../../model/roadmap.js';

/**
 * What a key of somebody else's roadmap holds. `tasks`: units of work. `groups`: parts of the plan, of which one
 * without work below it is a unit of work itself. `labels`: parts that only sort work. `stage`: work that stands or is
 * due as the key says (`done`, `next`, `Q1 2026`, `v1.2`). `wrapper`: the plan as a whole. `field`: nothing of the plan.
 */
export type KeyKind = 'tasks' | 'groups' | 'labels' | 'stage' | 'wrapper' | 'field' | 'unknown';

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

const tasks = set(
  'tasks|items|work packages|features|deliverables|todos|todo list|todo items|issues|stories|user stories|subtasks|sub tasks|steps|work|work items|workitems|actions|action items|improvements|enhancements|fixes|bug fixes|bugs|bugfixes|tickets|cards|entries|activities|quick wins|checklist|children|experiments|requests|feature requests|new features|capabilities|prs|pull requests|subitems|sub items|task list|tareas|tâches|taches|aufgaben|задачи|任务|タスク|작업|tarefas|funcionalidades|fonctionnalités',
);

const groups = set(
  'phases|stages|milestones|sprints|iterations|epics|initiatives|releases|versions|projects|waves|cycles|fases|etapas|étapes|phasen|meilensteine|этапы|фазы|阶段|里程碑|フェーズ|hitos|jalons|fasi|marcos',
);

const labels = set(
  'tracks|streams|workstreams|work streams|categories|areas|sections|groups|themes|pillars|quarters|months|weeks|years|horizons|timeframes|time frames|periods|timeline|modules|components|domains|lanes|swimlanes|columns|levels|tiers|chapters|parts|buckets|topics|checkpoints|packages|services|teams|products|goals and tasks|layers',
);

const wrappers = set(
  'roadmap|roadmaps|plan|content|project|project plan|product roadmap|development plan|data|product|spec',
);

const fields = set(
  'title|name|description|desc|summary|details|detail|body|text|notes|note|comment|comments|tags|tag|labels|label|keywords|depends on|dependencies|dependency|deps|depends|blocked by|blocks|blockers|requires|prerequisites|related|related to|relations|files|files to touch|paths|targets|acceptance|acceptance criteria|criteria|success criteria|exit criteria|entry criteria|definition of done|dod|metrics|success metrics|kpis|kpi|key results|okrs|risks|risk|mitigations|goals|goal|objectives|objective|outcomes|outcome|expected outcomes|benefits|impact|results|links|link|references|reference|refs|resources|urls|url|authors|author|owners|owner|assignees|assignee|team|members|contributors|contacts|maintainers|stakeholders|reviewers|legend|legends|statuses|status values|priorities|meta|metadata|config|configuration|settings|options|preferences|custom fields|fields|schema|definitions|definition|types|enums|non goals|nongoals|out of scope|not planned|wont do|assumptions|constraints|open questions|questions|decisions|changelog|change log|history|glossary|stats|statistics|progress|tech stack|technologies|tech|stack|tools|tooling|budget|costs|cost|validation|verification|tests|test plan|evidence|pitfalls|examples|example|rationale|why|motivation|context|background|views|filters|rules|automation|automation rules|workflows|hooks|triggers|conditions|environment|env|variables|inputs|outputs|parameters|params|args|scripts|commands|next steps|next actions|principles|vision|mission|strategy|values|guidelines|conventions|instructions|prompts|attachments|images|screenshots|colors|icons|translations|i18n|locales|generated|updated|created|dates|estimates|launch state|requirements|highlights|lessons|lessons learned|findings|review|reviews|audience|personas|scope|deprecated|implementation|implementation notes|implementation idea|approach|design|architecture|sources|source|faq|feedback|subscribers|aliases|pr queue|policies|policy|gates|quality gates',
);

const horizon =
  /^(?:now|next|next up|later|soon|someday|maybe|future|current|currently|ideas|icebox|remaining|in review|review|wishlist|(?:short|mid|medium|long|near)[ -]term)$/;
const numbered =
  /^(?:phase|stage|sprint|milestone|epic|iteration|week|month|quarter|year|step|track|wave|release|version|m|p|fase|étape|etapa|этап|фаза)[ -]?\d{1,4}(?:\.\d{1,3}){0,2}(?:\s|[:.–—-]|$)/;
const version = /^(?:version |release )?v?\d{1,4}\.(?:\d{1,4}|x)(?:\.(?:\d{1,4}|x))?(?:\s|[-:]|$)/;

/** `inProgress`, `in_progress`, `In-Progress` → `in progress` */
export function plainKey(key: string): string {
  return key
    .slice(0, 200)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
}

/** `in_progress` → `In progress`; a key that is written as a text stays as it is. */
export function titleOfKey(key: string): string {
  if (/\s|^v?[^a-zA-Z]/.test(key) || /^[A-Z].*[A-Z0-9.]/.test(key)) return key;
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  const plain = words === words.toUpperCase() ? words : words.charAt(0).toUpperCase() + words.slice(1);
  return plain === '' ? key : plain;
}

export function keyKind(key: string, marks?: StatusMarks): KeyKind {
  const plain = plainKey(key);
  const own = kindOfWord(plain);
  if (own) return own;
  if (isStage(plain, marks)) return 'stage';
  const at = plain.lastIndexOf(' ');
  // `upcoming_phases`, `core_features`; but `depends_on_phases` names others.
  const last = at < 0 || elsewhere.test(plain) ? undefined : kindOfWord(plain.slice(at + 1));
  return last === 'tasks' || last === 'groups' || last === 'labels' ? last : 'unknown';
}

function kindOfWord(word: string): KeyKind | undefined {
  if (tasks.has(word)) return 'tasks';
  if (groups.has(word)) return 'groups';
  if (labels.has(word)) return 'labels';
  if (fields.has(word)) return 'field';
  return wrappers.has(word) ? 'wrapper' : undefined;
}

const elsewhere =
  /^(?:depend|relat|link|block|requir|prerequisite|parent|github|gitlab|jira|linear|affected|source|external|known|covered|custom|test|tool|npm|python|system|dev)/;

/** Where the work stands that a key collects: `completed` of `completed_tasks`. */
export function statusOfKey(key: string, marks?: StatusMarks): Status | undefined {
  const plain = plainKey(key);
  const at = plain.lastIndexOf(' ');
  const whole = statusOfWord(plain, marks);
  return (
    whole ??
    (at > 0 && kindOfWord(plain.slice(at + 1)) !== undefined ? statusOfWord(plain.slice(0, at), marks) : undefined)
  );
}

function isStage(plain: string, marks?: StatusMarks): boolean {
  return (
    statusOfWord(plain, marks) !== undefined ||
    horizon.test(plain) ||
    numbered.test(plain) ||
    version.test(plain) ||
    (plain.length <= 40 && parseWindow(plain) !== undefined)
  );
}

/** Collections that a plan alone has; the others are names of other things too. */
export function isTelling(key: string, kind: KeyKind): boolean {
  return (
    kind === 'groups' ||
    kind === 'stage' ||
    /^(?:tasks|features|deliverables|todos|user stories|subtasks|tickets|issues)$/.test(plainKey(key))
  );
}

/** Keys whose name says no more than that tasks stand below. */
export function isNeutral(key: string): boolean {
  return /^(?:tasks|items|entries|todos|todo items|task list|work items|children)$/.test(plainKey(key));
}

const kinds: Readonly<Record<string, GroupKind>> = {
  phases: 'phase',
  stages: 'phase',
  sprints: 'phase',
  iterations: 'phase',
  waves: 'phase',
  milestones: 'milestone',
  versions: 'version',
  releases: 'version',
  horizons: 'horizon',
};

/** What the parts are that a collection of this name holds. */
export function kindOfParts(key: string): GroupKind | undefined {
  return kinds[plainKey(key)];
}
