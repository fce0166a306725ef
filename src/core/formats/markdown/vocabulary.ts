import { fieldOfWord, type FieldName } from '../../values/words/fields.js';
import { plainTitle } from '../plainTitle.js';
import { labelByName, sectionByName, type LabelRole, type SectionRole } from './sectionWords.js';

export type { LabelRole, SectionRole } from './sectionWords.js';

/**
 * What the titles of sections and the labels of lists say about what stands below them. Titles are compared in a plain
 * form (`plainTitle`) by anchored patterns, so that "Add custom metrics" is not taken for a section of metrics.
 */

const sections: readonly (readonly [RegExp, SectionRole])[] = [
  [/^(?:(?:overall|project|key) )?(?:success|performance) (?:metrics|criteria|indicators|measures)\b/, 'metrics'],
  [/^(?:key )?(?:metrics|kpis?|targets)(?: (?:and|&) [a-z ]+)?$/, 'metrics'],
  [
    /^(?:[a-z]+ )?risks?(?: (?:mitigations?|assessment|register|management|analysis|factors))*(?: (?:and|&) [a-z ]+)?$/,
    'risks',
  ],
  [/^(?:[a-z]+ )?dependencies(?: (?:and|&) [a-z ]+)?$/, 'dependencies'],
  [/^(?:cross[- ]cutting|ongoing|continuous|standing)(?: [a-z]+)?$/, 'themes'],
  [/^(?:roadmap )?reviews?(?: (?:and|&) [a-z ]+| process| cadence| schedule| rhythm)?$/, 'review'],
  [/^(?:immediate |recommended )?next (?:steps|actions)$/, 'nextSteps'],
  [
    /^(?:(?:executive |project )?(?:summary|overview)|introduction|about(?: [a-z ]+)?|background|context|motivation|conclusions?|closing)$/,
    'about',
  ],
  [
    /^(?:(?:our |product |project )?(?:vision|mission|purpose|principles|guiding principles|values|goals?|objectives?)(?: (?:and|&) [a-z ]+)?|current (?:state|status|situation))$/,
    'about',
  ],
  [
    /^(?:table of contents|contents|toc|legend|key|status (?:legend|key)|symbols|notation|how to (?:read|use|contribute)[a-z ]*|contributing(?: [a-z ]+)?|contribution[a-z ]*|get involved|feedback(?: [a-z ]+)?|references?|resources|links|related(?: [a-z ]+)?|further reading|appendix[a-z0-9: ]*|glossary|notes?|faq|disclaimer|license|acknowledge?ments|changelog|change log|version history|revision history|release history)$/,
    'ignored',
  ],
  [/^(?:non[- ]goals?|out of scope|not planned|what we won't do|anti[- ]goals?|rejected(?: [a-z ]+)?)$/, 'ignored'],
  [
    /^(?:open questions|assumptions|constraints|architecture|tech(?:nology|nical)? stack|team(?: structure)?|budget|stakeholders)$/,
    'about',
  ],
];

const labels: readonly (readonly [RegExp, LabelRole])[] = [
  [
    /^(?:key |main |core |planned |remaining |sub)?(?:tasks|to-?dos?|action items|work items|work|items|features|deliverables|steps|scope|milestones)$/,
    'tasks',
  ],
  [/^(?:key |expected |desired )?(?:outcomes?|results?|benefits?|impact|value)$/, 'outcomes'],
  [
    /^(?:success|acceptance|exit|completion|done) (?:metrics|criteria)$|^(?:metrics|kpis?|criteria|targets?|definition of done)$/,
    'metrics',
  ],
  [/^(?:immediate )?next (?:steps|actions)$/, 'nextSteps'],
  [/^risks?(?: .*)?$/, 'risks'],
  [/^(?:dependencies|prerequisites|requires|depends on|blocked by)$/, 'dependencies'],
  [
    /^(?:notes?|why|rationale|goals?|objectives?|purpose|focus|description|summary|background|context|files?(?: .*)?|examples?|references?|links?|resources|team|budget|technolog(?:y|ies)|tech stack|validation|approach|strategy|testing|verification|current state|problem|solution|motivation|status|progress|considerations?|questions?|open questions|assumptions|constraints|non-goals|out of scope|legend|key)$/,
    'detail',
  ],
];

/** What the section is by its own title; undefined where the title says nothing and the section above decides. */
export function sectionRole(title: string): SectionRole | undefined {
  const plain = plainTitle(title);
  const known = sections.find(([pattern]) => pattern.test(plain))?.[1] ?? sectionByName(plain);
  if (known) return known;
  // A question is answered below it, not worked on; what describes work as a label does so as a heading.
  return /[?？]\s*$/.test(title) || saysNoWork(title) ? 'about' : undefined;
}

/** What a label announces; a bold line without a known meaning is a heading of its own. */
export function labelRole(label: string): LabelRole {
  const plain = plainTitle(label);
  return labels.find(([pattern]) => pattern.test(plain))?.[1] ?? labelByName(plain) ?? 'heading';
}

/** The fact a field's name stands for. */
export function fieldName(name: string): FieldName | undefined {
  return fieldOfWord(plainTitle(name));
}

/** Names of facts about a project, or about one entry of a record. */
const factName =
  /^(?:versions?|started|completed|finished|closed|released|shipped|links?|see|pr|issue|branch|commit|licen[sc]e|repository|repo|authors?|maintainers?|website|homepage|url|contact|e-?mail|downloads|languages?|engine|platforms?|bundle size|contributions?|created|updated|last updated|id|title|description|notes?|date|due|depends on|dependencies|t[ií]tulo|titolo|titel|descri[cç][aã]o|descrizione|beschreibung|descripci[oó]n|dipendenze|obiettivo|objetivo|ziel|output|note|stima|data .{1,20}|goal|scope)$/i;

/** Whether a name before a colon is that of a fact, so that what stands behind it is no work. */
export function isFactName(name: string): boolean {
  return factName.test(name.trim());
}

/** Names that are work as often as not: `Testing: end to end`, `Architecture: split the core`. */
const areas =
  /^(?:validation|approach|strategy|testing|tests?|verification|architecture|design|structure|tools|team|resources|stack|tech stack|technolog(?:y|ies)|usage|options?|budget|limitations|details|references?|considerations?|acceptance|kpis?|metrics?|impact|value|benefits?|results?|target|size|complexity|version|timeline|data .{1,20}|examples?|tecnolog[ií]as?|arquitectura|arquitetura)$/;

/** Whether an item that begins with the name and a colon is a remark on the work around it, and none of its own. */
export function saysNoWork(name: string): boolean {
  const plain = plainTitle(name);
  if (fieldName(name)) return true;
  if (areas.test(plain)) return false;
  const role = labelRole(name);
  return role !== 'heading' && role !== 'tasks' && role !== 'nextSteps';
}
