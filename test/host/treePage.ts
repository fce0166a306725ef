// These functions run in the workbench's page: each is sent there as text, and can use nothing from outside itself.

/** A row of a tree view, as the workbench shows it. */
export interface TreeRow {
  /** 1 for a root. */
  level: number;
  label: string;
  description: string;
  /** What a screen reader says for the row. */
  ariaLabel: string;
  /** `null` for a row without children. */
  expanded: boolean | null;
  selected: boolean;
  /** State of the check box; `null` for a row without one. */
  checked: boolean | null;
  /** Classes of the icon, such as `codicon-pass-filled`; none for a row without an icon. */
  icon: string[];
}

/**
 * All rows of the tree in `pane`, as soon as they are unlike those of the given JSON, or `null` when the time (in
 * milliseconds) is over. A list keeps only the visible rows in the document, so it is scrolled through, and then back.
 */
export function readTree(
  pane: Element,
  { unlike, timeout }: { unlike: string; timeout: number },
): Promise<TreeRow[] | null> {
  const readRow = (row: Element): TreeRow => {
    const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    const state = (element: Element | null, name: string) => {
      const value = element?.getAttribute(name) ?? null;
      return value === null ? null : value === 'true';
    };
    const iconClass = 'custom-view-tree-node-item-icon';
    return {
      level: Number(row.getAttribute('aria-level')),
      label: text('.label-name'),
      description: text('.label-description'),
      ariaLabel: row.getAttribute('aria-label') ?? '',
      expanded: state(row, 'aria-expanded'),
      selected: row.classList.contains('selected'),
      checked: state(row.querySelector('[role=checkbox]'), 'aria-checked'),
      icon: [...(row.querySelector(`.${iconClass}`)?.classList ?? [])].filter((name) => name !== iconClass),
    };
  };
  const readRows = (): TreeRow[] | null => {
    const list = pane.querySelector('.monaco-list');
    const area = list?.querySelector('.monaco-scrollable-element');
    const content = area?.querySelector<HTMLElement>('.monaco-list-rows');
    if (!list || !area || !content) return [];
    // VS Code scrolls by 50 pixels for a wheel's notch, which the browser counts as 120.
    const scrollBy = (pixels: number) => area.dispatchEvent(new WheelEvent('wheel', { deltaY: -pixels * 2.4 }));
    const top = () => -Number.parseFloat(content.style.top);
    const rows: TreeRow[] = [];
    let count = 0;
    let last = -1;
    const collect = () => {
      // Not the whole list: above its content it repeats the parents of what is scrolled to.
      for (const row of content.querySelectorAll<HTMLElement>('.monaco-list-row')) {
        const index = Number(row.getAttribute('data-index'));
        count = Math.round(Number.parseFloat(content.style.height) / Number.parseFloat(row.style.height));
        // A list that has become shorter may leave rows behind its end, where nobody sees them.
        if (index >= count) continue;
        rows[index] = readRow(row);
        if (row.getAttribute('data-last-element') === 'true') last = index;
      }
    };
    const start = top();
    scrollBy(-start);
    collect();
    for (let before = -1; before !== top(); collect()) {
      before = top();
      scrollBy(list.clientHeight / 2);
    }
    scrollBy(start - top());
    // A list learns one frame late that it has grown, and until then does not scroll to its new end, or leaves rows out.
    const all = rows.slice(0, count);
    return last === count - 1 && all.length === count && !Array.from(all, (row) => row === undefined).includes(true)
      ? all
      : null;
  };
  return new Promise((resolve) => {
    let over = false;
    const finish = (rows: TreeRow[] | null) => {
      over = true;
      observer.disconnect();
      clearTimeout(timer);
      resolve(rows);
    };
    const look = () => {
      const rows = readRows();
      observer.takeRecords(); // Reading scrolls, which changes the document as well.
      if (!rows) again();
      else if (JSON.stringify(rows) !== unlike) finish(rows);
    };
    // What was not yet at rest may come to it without a change of the document that would tell.
    const again = () => {
      if (!over) requestAnimationFrame(look);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(finish, timeout, null);
    observer.observe(pane, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
}

/** Scrolls the tree in `pane` so that the row with this index is in the middle, or as near to it as can be. */
export function scrollToRow(pane: Element, index: number): void {
  const list = pane.querySelector('.monaco-list');
  const area = list?.querySelector('.monaco-scrollable-element');
  const content = area?.querySelector<HTMLElement>('.monaco-list-rows');
  const row = content?.querySelector<HTMLElement>('.monaco-list-row');
  if (!list || !area || !content || !row) return;
  const height = Number.parseFloat(row.style.height);
  const pixels = (index + 0.5) * height - list.clientHeight / 2 + Number.parseFloat(content.style.top);
  area.dispatchEvent(new WheelEvent('wheel', { deltaY: -pixels * 2.4 }));
}
