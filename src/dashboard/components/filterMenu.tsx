import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { clip } from './clipped.js';
import { Menu } from './menu.js';

interface FilterOption<T extends string> {
  readonly value: T;
  readonly title: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly FilterOption<T>[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** A filter by some of several values, as check boxes behind a button that says how many are chosen. */
export function FilterMenu<T extends string>({ label, options, chosen, onChange }: Props<T>): VNode | null {
  if (options.length === 0) return null;
  const shown =
    chosen.length === 0
      ? label
      : l10n.t({
          message: '{0}: {1}',
          args: [label, chosen.length],
          comment: 'A filter and how many values it lets through',
        });
  return (
    <Menu label={shown} className={chosen.length > 0 ? 'secondary chosen' : 'secondary'}>
      {() => (
        <fieldset>
          <legend class="hidden">{label}</legend>
          {options.map(({ value, title }) => (
            <label key={value} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
                }
              />
              <bdi>{clip(title)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </Menu>
  );
}
