import * as l10n from '@vscode/l10n';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Paged } from './paged.js';
import { useSectionOf, useView } from './view.js';

interface Props {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly number?: boolean }[];
  /** Made when it is opened. */
  readonly rows: () => readonly (readonly ComponentChildren[])[];
}

/** The figures behind the chart of a section, for those who cannot see it or want them exactly. */
export function DataTable({ caption, columns, rows }: Props): VNode {
  const { standalone, kept, keep } = useView();
  const section = useSectionOf();
  const [open, setOpen] = useState(() => kept().tables.includes(section));
  const toggle = (next: boolean): void => {
    if (next === open) return;
    const others = kept().tables.filter((each) => each !== section);
    keep({ tables: next ? [...others, section] : others });
    setOpen(next);
  };
  return (
    <details class="data" open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{l10n.t('Show as table')}</summary>
      {/* Who runs no script can open it all the same. */}
      {(open || standalone) && (
        <Paged items={rows()} size={100} part="table">
          {(shown) => (
            <div class="table" tabIndex={standalone ? undefined : 0} role="group" aria-label={caption}>
              <table>
                <caption>{caption}</caption>
                <thead>
                  <tr>
                    {columns.map(({ title, number }) => (
                      <th key={title} scope="col" class={number ? 'number' : undefined}>
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.map((cells, index) => (
                    <tr key={index}>
                      {cells.map((cell, column) =>
                        column === 0 ? (
                          <th key={column} scope="row">
                            {cell}
                          </th>
                        ) : (
                          <td key={column} class={columns[column]?.number ? 'number' : undefined}>
                            {cell}
                          </td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Paged>
      )}
    </details>
  );
}
