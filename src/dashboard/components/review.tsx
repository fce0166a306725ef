import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { ReviewNotice, TextEntry } from '../../core/views/dashboard/dashboard.js';
import { Clipped } from './clipped.js';
import { memo } from './memo.js';
import { OpenLine } from './open.js';
import { Section } from './section.js';
import { Sign } from './sign.js';
import { useView } from './view.js';

/** When and how the roadmap is looked at, and whether that is overdue. */
export const Review = memo(function Review({ review }: { readonly review: ReviewNotice }): VNode {
  const { standalone, dispatch } = useView();
  return (
    <Section name="review" title={l10n.t('Review')}>
      <p class={review.overdue ? 'review overdue' : 'review'}>
        <Sign name={review.overdue ? 'warning' : 'clock'} />
        <OpenLine line={review.line}>
          <Clipped text={review.text} />
        </OpenLine>
      </p>
      {!standalone && (
        <p class="action">
          <button
            type="button"
            class="secondary"
            onClick={() => dispatch({ type: 'command', command: 'markReviewed' })}
          >
            {l10n.t('Mark as reviewed')}
          </button>
        </p>
      )}
      <Points title={l10n.t('Criteria')} points={review.criteria} />
      <Points title={l10n.t({ message: 'Process', comment: 'How a roadmap is reviewed' })} points={review.process} />
    </Section>
  );
});

function Points({ title, points }: { readonly title: string; readonly points: readonly TextEntry[] }): VNode | null {
  if (points.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="bullets">
        {points.map((point, index) => (
          <li key={index}>
            <OpenLine line={point.line}>
              <Clipped text={point.text} />
            </OpenLine>
          </li>
        ))}
      </ul>
    </>
  );
}
