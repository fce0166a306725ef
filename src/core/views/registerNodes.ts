import * as l10n from '@vscode/l10n';
import type { Roadmap } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { Span } from '../model/span.js';
import { sayDialect } from './dialectWords.js';
import { metricRows, type ShownMetrics } from './metricRows.js';
import { categorised, fact, heading, spanOf, textRows, type Row } from './registerRow.js';
import { spoken } from './spoken.js';
import { makeNode, place, sayItem, type TreeIcon, type TreeNode } from './treeNode.js';

/** The rows below the plan: metrics, risks, dependencies, themes, review, next steps, and what the document says of itself. */
export function registerNodes(
  file: RoadmapFile,
  roadmap: Roadmap,
  parent: TreeNode | undefined,
  metrics?: ShownMetrics,
): readonly TreeNode[] {
  const registers = new Registers(file, parent, metrics);
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

class Registers {
  constructor(
    private readonly file: RoadmapFile,
    private readonly parent: TreeNode | undefined,
    private readonly shownMetrics: ShownMetrics | undefined,
  ) {}

  metrics({ metrics, registerSpans }: Roadmap): TreeNode | undefined {
    const { description, rows } = metricRows(metrics, this.shownMetrics);
    return this.register('metrics', l10n.t('Success metrics'), description, rows, registerSpans.metrics);
  }

  risks({ risks, registerSpans }: Roadmap): TreeNode | undefined {
    const rows = categorised(risks, (risk) => ({
      label: risk.title,
      ...(risk.mitigation ? { description: risk.mitigation } : {}),
      span: risk.span,
      what: l10n.t('Risk'),
      tooltip: [
        { text: risk.title },
        ...(risk.category ? [{ label: l10n.t('Category'), text: risk.category }] : []),
        {
          label: l10n.t('Mitigation'),
          text: risk.mitigation ?? l10n.t({ message: 'none given', comment: 'Of the mitigation of a risk' }),
        },
      ],
    }));
    return this.register('risks', l10n.t('Risks'), String(risks.length), rows, registerSpans.risks);
  }

  dependencies({ dependencies, registerSpans }: Roadmap): TreeNode | undefined {
    const rows = categorised(dependencies, ({ text, span }) => ({ label: text, span, what: l10n.t('Dependency') }));
    return this.register(
      'dependencies',
      l10n.t('Dependencies'),
      String(dependencies.length),
      rows,
      registerSpans.dependencies,
    );
  }

  themes({ themes, registerSpans }: Roadmap): TreeNode | undefined {
    const rows = themes.map(({ title, span, items }) => ({
      label: title,
      ...(items.length > 0 ? { description: String(items.length) } : {}),
      span,
      what: l10n.t('Theme'),
      rows: textRows(items, l10n.t('Standing work')),
    }));
    return this.register('themes', l10n.t('Themes'), String(themes.length), rows, registerSpans.themes);
  }

  outcomes({ outcomes }: Roadmap): TreeNode | undefined {
    return this.register(
      'outcomes',
      l10n.t('Outcomes'),
      String(outcomes.length),
      textRows(outcomes, l10n.t('Outcome')),
    );
  }

  nextSteps({ nextSteps, registerSpans }: Roadmap): TreeNode | undefined {
    return this.register(
      'nextSteps',
      l10n.t('Next steps'),
      String(nextSteps.length),
      textRows(nextSteps, l10n.t('Next step')),
      registerSpans.nextSteps,
    );
  }

  review({ review, registerSpans }: Roadmap): TreeNode | undefined {
    if (!review) return undefined;
    const { frequency, next, lastUpdated, criteria, process } = review;
    const rows: Row[] = [
      ...(lastUpdated ? [fact(l10n.t('Last updated'), lastUpdated, l10n.t('Review'))] : []),
      ...(next ? [fact(l10n.t('Next review'), next, l10n.t('Review'))] : []),
      ...(frequency
        ? [fact(l10n.t({ message: 'Frequency', comment: 'Of the review' }), frequency, l10n.t('Review'))]
        : []),
      ...(criteria.length > 0
        ? [heading(l10n.t('Adjustment criteria'), l10n.t('Review'), textRows(criteria, l10n.t('Criterion')))]
        : []),
      ...(process.length > 0
        ? [
            heading(
              l10n.t({ message: 'Process', comment: 'Of the review' }),
              l10n.t('Review'),
              textRows(process, l10n.t('Step')),
            ),
          ]
        : []),
    ];
    return this.register(
      'review',
      l10n.t('Review'),
      (frequency ?? next ?? lastUpdated)?.value ?? '',
      rows,
      registerSpans.review,
    );
  }

  about({ facts, dialect, span }: Roadmap): TreeNode | undefined {
    const { generated, purpose, currentState, goal, summary, conclusion, others } = facts;
    const passage = (label: string, { text, span, points }: NonNullable<typeof summary>): Row => ({
      label,
      description: text,
      span,
      what: aboutWord(),
      rows: textRows(points, label),
    });
    const marks = dialect && sayDialect(dialect);
    const marksSpan = dialect?.evidence[0]?.span ?? { start: span.start, end: span.start };
    const rows: Row[] = [
      ...(purpose ? [fact(l10n.t('Purpose'), purpose, aboutWord())] : []),
      ...(summary ? [passage(l10n.t('Summary'), summary)] : []),
      ...(currentState ? [fact(l10n.t('Current state'), currentState, aboutWord())] : []),
      ...(goal ? [fact(l10n.t('Goal'), goal, aboutWord())] : []),
      ...(generated
        ? [fact(l10n.t({ message: 'Generated', comment: 'When the document was made' }), generated, aboutWord())]
        : []),
      ...others.map((other) => fact(other.name, other, aboutWord())),
      ...(marks ? [fact(l10n.t('Marks'), { value: marks, span: marksSpan }, aboutWord())] : []),
      ...(conclusion ? [passage(l10n.t('Conclusion'), conclusion)] : []),
    ];
    return this.register('about', l10n.t('About this roadmap'), generated?.value ?? '', rows);
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
      accessibleLabel: [label, spoken(description)].filter(Boolean).join(', '),
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
      accessibleLabel: [sayItem(what, label), spoken(description)].filter(Boolean).join(', '),
      uri: this.file.uri,
      span,
      ...(row.metric ? { metric: row.metric } : {}),
      ...(row.suggestion === undefined ? {} : { suggestion: row.suggestion }),
      parent,
      ...(rows.length > 0
        ? { children: (self) => rows.map((child, index) => this.row(child, `${key}/${index}`, register, self)) }
        : {}),
    });
  }
}

function aboutWord(): string {
  return l10n.t({ message: 'About', comment: 'What a row is that tells something about the roadmap' });
}
