import type { Roadmap, TextItem } from '../../model/roadmap.js';
import type { Dashboard, OutcomeItem, TextEntry } from './dashboard.js';
import { placedGroups } from './placedNodes.js';
import { lineOf, remembered, type Subject } from './subject.js';

/** What stands beside the plan. */
type Registers = Pick<Dashboard, 'risks' | 'dependencies' | 'themes' | 'outcomes' | 'nextSteps'>;

const made = remembered<Registers>();

/** Risks, dependencies, themes, outcomes and next steps, as the roadmap says them. */
export function registers(subject: Subject): Registers {
  const { roadmap, file } = subject;
  return made([roadmap, file.lines], () => read(subject, roadmap));
}

function read(subject: Subject, { risks, dependencies, themes, nextSteps }: Roadmap): Registers {
  const entry = (item: TextItem & { readonly category?: string }): TextEntry => ({
    text: item.text,
    ...category(item),
    line: lineOf(subject, item.span),
  });
  return {
    risks: risks.map((risk) => ({
      title: risk.title,
      ...category(risk),
      ...(risk.mitigation === undefined ? {} : { mitigation: risk.mitigation }),
      line: lineOf(subject, risk.span),
    })),
    dependencies: dependencies.map(entry),
    themes: themes.map(({ title, items, span }) => ({
      title,
      items: items.map((item) => entry(item)),
      line: lineOf(subject, span),
    })),
    outcomes: outcomes(subject),
    nextSteps: nextSteps.map(entry),
  };
}

function category({ category: value }: { readonly category?: string }): { readonly category?: string } {
  return value === undefined ? {} : { category: value };
}

/** Those of the whole plan, then those of its groups. */
function outcomes(subject: Subject): readonly OutcomeItem[] {
  const { roadmap } = subject;
  return [
    ...roadmap.outcomes.map(({ text, span }) => ({ text, line: lineOf(subject, span) })),
    ...placedGroups(roadmap).flatMap(({ node, horizon }) =>
      node.outcomes.map(({ text, span }) => ({
        group: node.title,
        ...(horizon ? { horizon: horizon.id } : {}),
        text,
        line: lineOf(subject, span),
      })),
    ),
  ];
}
