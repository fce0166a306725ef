import type { Metric, Roadmap, TextItem } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { Span } from '../model/span.js';
import { formatTarget } from '../values/target.js';
import { spoken } from './spoken.js';
import { makeNode, place, type NodeDraft, type TreeIcon, type TreeNode } from './treeNode.js';
import { plural } from './words.js';

/** The rows below the plan: metrics, risks, dependencies, themes, review, next steps, and what the document says of itself. */
export function registerNodes(file: RoadmapFile, roadmap: Roadmap, parent: TreeNode | undefined): readonly TreeNode[] {
  const registers = new Registers(file, parent);
  return [
    registers.outcomes(roadmap),
    registers.metrics(roadmap),
    registers.risks(roadmap),
    registers.dependencies(roadmap),
    registers.themes(roadmap),
    registers.review(roadmap),
    registers.nextSteps(roadmap),
    registers.about(roadmap),
  ].filter((node) => node !== undefined);
}

/** A row before it knows its place in the tree. */
interface Row {
  readonly label: string;
  readonly description?: string;
  readonly span: Span;
  readonly icon?: TreeIcon;
  readonly tooltip?: NodeDraft['tooltip'];
  /** What the row is, for those who hear it: `Risk`. */
  readonly what: string;
  readonly rows?: readonly Row[];
}

class Registers {
  constructor(
    private readonly file: RoadmapFile,
    private readonly parent: TreeNode | undefined,
  ) {}

  metrics({ metrics, registerSpans }: Roadmap): TreeNode | undefined {
    const claimed = metrics.filter((metric) => metric.claimed === 'met').length;
    const groups = new Map<string | undefined, Metric[]>();
    for (const metric of metrics) groups.set(metric.group, [...(groups.get(metric.group) ?? []), metric]);
    const rows = [...groups].flatMap(([group, members]) =>
      // A single group says no more than the register itself.
      group === undefined || groups.size === 1
        ? members.map(metricRow)
        : [heading(group, 'Metrics', members.map(metricRow))],
    );
    return this.register(
      'metrics',
      'Success metrics',
      `${metrics.length} · ${claimed} claimed met`,
      rows,
      registerSpans.metrics,
    );
  }

  risks({ risks, registerSpans }: Roadmap): TreeNode | undefined {
    const rows = categorised(risks, (risk) => ({
      label: risk.title,
      ...(risk.mitigation ? { description: risk.mitigation } : {}),
      span: risk.span,
      what: 'Risk',
      tooltip: [
        { text: risk.title },
        ...(risk.category ? [{ label: 'Category', text: risk.category }] : []),
        { label: 'Mitigation', text: risk.mitigation ?? 'none given' },
      ],
    }));
    return this.register('risks', 'Risks', String(risks.length), rows, registerSpans.risks);
  }

  dependencies({ dependencies, registerSpans }: Roadmap): TreeNode | undefined {
    const rows = categorised(dependencies, ({ text, span }) => ({ label: text, span, what: 'Dependency' }));
    return this.register('dependencies', 'Dependencies', String(dependencies.length), rows, registerSpans.dependencies);
  }

  themes({ themes, registerSpans }: Roadmap): TreeNode | undefined {
    const rows = themes.map(({ title, span, items }) => ({
      label: title,
      ...(items.length > 0 ? { description: String(items.length) } : {}),
      span,
      what: 'Theme',
      rows: textRows(items, 'Standing work'),
    }));
    return this.register('themes', 'Themes', String(themes.length), rows, registerSpans.themes);
  }

  outcomes({ outcomes }: Roadmap): TreeNode | undefined {
    return this.register('outcomes', 'Outcomes', String(outcomes.length), textRows(outcomes, 'Outcome'));
  }

  nextSteps({ nextSteps, registerSpans }: Roadmap): TreeNode | undefined {
    return this.register(
      'nextSteps',
      'Next steps',
      String(nextSteps.length),
      textRows(nextSteps, 'Next step'),
      registerSpans.nextSteps,
    );
  }

  review({ review, registerSpans }: Roadmap): TreeNode | undefined {
    if (!review) return undefined;
    const { frequency, next, lastUpdated, criteria, process } = review;
    const rows: Row[] = [
      ...(lastUpdated ? [fact('Last updated', lastUpdated, 'Review')] : []),
      ...(next ? [fact('Next review', next, 'Review')] : []),
      ...(frequency ? [fact('Frequency', frequency, 'Review')] : []),
      ...(criteria.length > 0 ? [heading('Adjustment criteria', 'Review', textRows(criteria, 'Criterion'))] : []),
      ...(process.length > 0 ? [heading('Process', 'Review', textRows(process, 'Step'))] : []),
    ];
    return this.register(
      'review',
      'Review',
      (frequency ?? next ?? lastUpdated)?.value ?? '',
      rows,
      registerSpans.review,
    );
  }

  about({ facts }: Roadmap): TreeNode | undefined {
    const { generated, purpose, currentState, goal, summary, conclusion, others } = facts;
    const passage = (label: string, { text, span, points }: NonNullable<typeof summary>): Row => ({
      label,
      description: text,
      span,
      what: 'About',
      rows: textRows(points, label),
    });
    const rows: Row[] = [
      ...(purpose ? [fact('Purpose', purpose)] : []),
      ...(summary ? [passage('Summary', summary)] : []),
      ...(currentState ? [fact('Current state', currentState)] : []),
      ...(goal ? [fact('Goal', goal)] : []),
      ...(generated ? [fact('Generated', generated)] : []),
      ...others.map((other) => fact(other.name, other)),
      ...(conclusion ? [passage('Conclusion', conclusion)] : []),
    ];
    return this.register('about', 'About this roadmap', generated?.value ?? '', rows);
  }

  /** The register's own row, if it has any below it. */
  private register(
    icon: TreeIcon,
    label: string,
    description: string,
    rows: readonly Row[],
    heading?: Span,
  ): TreeNode | undefined {
    const [first] = rows;
    if (!first) return undefined;
    const key = `${this.file.uri}#${icon}`;
    return makeNode({
      key,
      kind: 'register',
      label,
      description,
      icon,
      tooltip: [{ text: label }, place(this.file, heading ?? first.span)],
      accessibleLabel: description ? `${label}, ${spoken(description)}` : label,
      uri: this.file.uri,
      // From its heading on, so that a click on the row leads there and the row stays selected.
      span: { start: heading?.start ?? spanOf(rows).start, end: Math.max(spanOf(rows).end, heading?.end ?? 0) },
      parent: this.parent,
      children: (self) => rows.map((row, index) => this.row(row, `${key}/${index}`, icon, self)),
    });
  }

  private row(row: Row, key: string, register: TreeIcon, parent: TreeNode): TreeNode {
    const { label, description = '', span, what, rows = [] } = row;
    return makeNode({
      key,
      kind: 'item',
      label,
      description,
      icon: row.icon ?? (rows.length > 0 ? register : 'item'),
      tooltip: [
        ...(row.tooltip ?? [{ text: label }, ...(description ? [{ text: description }] : [])]),
        place(this.file, span),
      ],
      accessibleLabel: `${what}: ${label}${description ? `, ${spoken(description)}` : ''}`,
      uri: this.file.uri,
      span,
      parent,
      ...(rows.length > 0
        ? { children: (self) => rows.map((child, index) => this.row(child, `${key}/${index}`, register, self)) }
        : {}),
    });
  }
}

function metricRow(metric: Metric): Row {
  const { text, span, target, claimed } = metric;
  const claim = claimed && { met: 'claimed met', missed: 'claimed missed', open: 'claimed open' }[claimed];
  return {
    label: target ? sentence(target.name) : text,
    description: [...(target ? [formatTarget(target)] : []), ...(claim ? [claim] : [])].join(' · '),
    span,
    icon: 'metric',
    what: 'Metric',
    tooltip: [
      { text },
      ...(metric.group ? [{ label: 'Group', text: metric.group }] : []),
      { label: 'Target', text: target ? formatTarget(target) : 'a qualitative goal' },
      { label: 'Claimed', text: claim ?? 'nothing' },
      { label: 'Measured', text: 'no' },
    ],
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function heading(label: string, what: string, rows: readonly Row[]): Row {
  return { label, description: plural(rows.length, 'item'), span: spanOf(rows), what, rows };
}

/** From the first to the last of the rows; facts are not shown in the order in which they stand. */
function spanOf(rows: readonly Row[]): Span {
  return {
    start: rows.reduce((start, { span }) => Math.min(start, span.start), Infinity),
    end: rows.reduce((end, { span }) => Math.max(end, span.end), 0),
  };
}

function fact(label: string, { value, span }: { value: string; span: Span }, what = 'About'): Row {
  return { label, description: value, span, what };
}

function textRows(items: readonly TextItem[], what: string): Row[] {
  return items.map(({ text, span }) => ({ label: text, span, what }));
}

/** Items under their categories, in the order in which these occur; items without one stand by themselves. */
function categorised<T extends { readonly category?: string }>(items: readonly T[], row: (item: T) => Row): Row[] {
  const groups = new Map<string | undefined, Row[]>();
  for (const item of items) groups.set(item.category, [...(groups.get(item.category) ?? []), row(item)]);
  return [...groups].flatMap(([category, rows]) =>
    category === undefined || groups.size === 1 ? rows : [heading(category, rows[0]!.what, rows)],
  );
}
