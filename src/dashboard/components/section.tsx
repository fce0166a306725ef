import type { ComponentChildren, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { formatNumber } from '../format.js';
import { SectionProvider, useSectionName, useView } from './view.js';

interface Props {
  /** Stands in `data-section`, and is what is kept of a folded one. */
  readonly name: string;
  readonly title: string;
  /** Beside the title: how many there are. */
  readonly count?: number | undefined;
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the dashboard that folds, and stays so. What is folded is not drawn at all. */
export function Section({ name, title, count, wide, children }: Props): VNode {
  const { locale, standalone, kept, keep } = useView();
  const id = useId();
  const named = useSectionName(`${id}-title`);
  const [folded, setFolded] = useState(() => !standalone && kept().folds.includes(name));
  const toggle = (): void => {
    const others = kept().folds.filter((each) => each !== name);
    keep({ folds: folded ? others : [...others, name] });
    setFolded(!folded);
  };
  const counted = count !== undefined && <span class="count"> {formatNumber(locale, count)}</span>;
  return (
    <section class={wide ? 'section wide' : 'section'} data-section={name} aria-labelledby={named}>
      <h2 id={`${id}-title`}>
        {standalone ? (
          <>
            {title}
            {counted}
          </>
        ) : (
          <button type="button" class="fold" aria-expanded={!folded} aria-controls={`${id}-body`} onClick={toggle}>
            <svg class="twistie" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M5.7 13.7 5 13l4.6-4.6L5 3.7l.7-.7 5.3 5.4z" />
            </svg>
            {title}
            {counted}
          </button>
        )}
      </h2>
      <div class="body" id={`${id}-body`} hidden={folded}>
        {folded ? undefined : <SectionProvider value={name}>{children}</SectionProvider>}
      </div>
    </section>
  );
}
