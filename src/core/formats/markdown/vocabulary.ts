import { fieldOfWord, type FieldName } from '../../values/words/fields.js';
import { plainTitle } from '../plainTitle.js';

/**
 * What the titles of sections and the labels of lists say about what stands below them. Titles are compared in a plain
 * form (`plainTitle`) by anchored patterns, so that "Add custom metrics" is not taken for a section of metrics.
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

/** What a list stands for by the label before it (`**Tasks:**`). */
export type LabelRole =
  'tasks' | 'outcomes' | 'metrics' | 'nextSteps' | 'risks' | 'dependencies' | 'detail' | 'heading';

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
  return sections.find(([pattern]) => pattern.test(plain))?.[1];
}

/** What a label announces; a bold line without a known meaning is a heading of its own. */
export function labelRole(label: string): LabelRole {
  const plain = plainTitle(label);
  return labels.find(([pattern]) => pattern.test(plain))?.[1] ?? 'heading';
}

/** The fact a field's name stands for. */
export function fieldName(name: string): FieldName | undefined {
  return fieldOfWord(plainTitle(name));
}
