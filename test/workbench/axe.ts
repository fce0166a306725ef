import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe objects to, in one line: the rule, the element and why. */
export interface AxeResult {
  readonly violations: readonly string[];
  /** How many elements of each role took part in a check of their name: nothing found in nothing says nothing. */
  readonly named: Readonly<Record<string, number>>;
}

/**
 * A fault of VS Code's own widgets, or a rule that does not fit them. Elements are named without what they stand in: some,
 * such as rows that scroll away, are gone from the page when axe is done.
 */
interface Exception {
  readonly rule: string;
  /** CSS selector of the element itself. */
  readonly element: string;
  /** Part of axe's message, where the rule may object to more than one thing. */
  readonly message?: string;
}

const exceptions: readonly Exception[] = [
  // Names say in words what is shown in signs, "high priority" for "↑ high" and "10 of 54" for "10/54", and the rule runs
  // title and description together without a space. That every name has the visible title in it is checked beside this.
  {
    rule: 'label-content-name-mismatch',
    element: '.monaco-list-row, .statusbar-item-label',
  },
  // The second line of a pick, and the names of its sections, in colours of the light themes.
  { rule: 'color-contrast', element: '.quick-input-list-label-meta *, .quick-input-list-separator' },
  // 1.105 gives the "…" button of every view no role, and its progress bars no name.
  { rule: 'aria-prohibited-attr', element: 'a.codicon-toolbar-more' },
  { rule: 'aria-progressbar-name', element: '.monaco-progress-container' },
  // Check boxes of rows come before everything else that the Tab key leads to.
  { rule: 'tabindex', element: '.custom-view-tree-node-item-checkbox' },
  // VS Code puts " - " between a view's name and its description where several views stand in one container.
  { rule: 'label-content-name-mismatch', element: '.pane-header' },
  // 1.105 draws that description in a colour of its own.
  { rule: 'color-contrast', element: '.pane-header .description' },
  // Parents that are scrolled out of sight are repeated at the top, in a box that can take the focus.
  { rule: 'aria-required-children', element: '[role=tree]', message: 'not allowed: div[tabindex]' },
  // Every row of a quick pick has a level and a place among the others, whatever its role.
  { rule: 'aria-allowed-attr', element: '.monaco-list-row[role=option], .monaco-list-row[role=checkbox]' },
  // The rows of a quick pick that takes several are check boxes in a list box, and each holds one more.
  { rule: 'aria-required-children', element: '#quickInput_list', message: 'not allowed: [role=checkbox]' },
  // Buttons of a row, and its check box, can take the focus.
  { rule: 'nested-interactive', element: '.monaco-list-row[role=option], .monaco-list-row[role=checkbox]' },
  // The steps of a walkthrough, of whatever extension, are buttons in a list, with their own buttons and a tick in them, and
  // the open one is called after how it can be read aloud.
  { rule: 'aria-allowed-attr', element: '.getting-started-step' },
  { rule: 'label-content-name-mismatch', element: '.getting-started-step' },
  { rule: 'nested-interactive', element: '.getting-started-step' },
  { rule: 'aria-required-children', element: '.getting-started-detail-container' },
  // 1.105 gives the button beside each setting no role.
  { rule: 'aria-prohibited-attr', element: 'a.codicon-settings-more-action' },
  // Links from the description of a setting to another one are told from its text by their colour alone.
  { rule: 'link-in-text-block', element: 'a[data-href^="#"]' },
  // Empty boxes for key bindings that the palette has left in rows it shares with other picks.
  { rule: 'aria-prohibited-attr', element: '.monaco-keybinding' },
];

/** Runs axe over the parts of the page that match `include`; those that are not there are left out. */
export async function runAxe(page: Page | Frame, include: readonly string[]): Promise<AxeResult> {
  // The page's security policy forbids scripts that are added to it, but not those of the debugger.
  await page.evaluate(axe.source);
  return page.evaluate(runInPage, { include, exceptions });
}

/** Runs in the workbench's page: it is sent there as text, and can use nothing from outside itself. */
async function runInPage({
  include,
  exceptions,
}: {
  include: readonly string[];
  exceptions: readonly Exception[];
}): Promise<AxeResult> {
  // Half faded in, a text has less contrast than it will have. Progress bars and carets move for ever.
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  const present = include.filter((selector) => document.querySelector(selector));
  const { violations, passes } = await globalThis.axe.run(
    { include: present.map((selector) => [selector]) },
    { elementRef: true, resultTypes: ['violations', 'passes'] },
  );
  const found: string[] = [];
  for (const { id, help, nodes } of violations) {
    for (const { element, html, any, all, none } of nodes) {
      const message = [...any, ...all, ...none].map((check) => check.message).join(' ');
      const known = exceptions.some(
        (each) => each.rule === id && element.matches(each.element) && message.includes(each.message ?? ''),
      );
      if (!known) found.push(`${id} (${help}): ${message} ${html}`);
    }
  }
  const named: Record<string, number> = {};
  for (const { nodes } of passes.filter(({ id }) => /-name$|^label$/.test(id))) {
    for (const { element } of nodes) {
      const role = element.getAttribute('role') ?? 'no role';
      named[role] = (named[role] ?? 0) + 1;
    }
  }
  return { violations: found, named };
}

// This much of axe's results is used here.
interface RuleResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly element: Element;
    readonly html: string;
    readonly any: readonly { readonly message: string }[];
    readonly all: readonly { readonly message: string }[];
    readonly none: readonly { readonly message: string }[];
  }[];
}
declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the global object
  var axe: {
    run(context: object, options: object): Promise<Readonly<Record<'violations' | 'passes', readonly RuleResult[]>>>;
  };
}
