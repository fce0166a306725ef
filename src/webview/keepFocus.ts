import { focusablesIn } from '../dashboard/components/focusable.js';

/** What had the focus last, with the elements around it and where in each of them it stood, the nearest first. */
interface Held {
  readonly element: Element;
  readonly around: readonly { readonly parent: Element; readonly index: number }[];
}

/**
 * Keeps the focus in the page where what had it is drawn no more: it goes to what took its place in its list, else to the heading of
 * its section, else to the first control there is. Only where the browser has lost it: it is never taken from elsewhere, nor out of
 * another part of the workbench. Lists that know better do it before.
 */
export function keepFocus(root: HTMLElement): void {
  let held: Held | undefined;
  const hold = (element: Element): void => {
    held = { element, around: aroundOf(element, root) };
  };
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) hold(target);
  });
  // Who clicks beside everything wants nothing to have it.
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Node) || !document.activeElement?.contains(target) || isLost()) held = undefined;
  });
  new MutationObserver(() => {
    if (!held) return;
    if (!isLost()) {
      if (held.element.isConnected) hold(held.element);
      return;
    }
    if (!document.hasFocus()) return;
    const { element, around } = held;
    // What was put elsewhere in its list has lost it, too.
    const next = element.isConnected && element instanceof HTMLElement ? element : successor(around, root);
    held = undefined;
    next?.focus();
  }).observe(root, { childList: true, subtree: true });
}

function isLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

function aroundOf(element: Element, root: Element): Held['around'] {
  const around: Held['around'][number][] = [];
  for (let each = element; each !== root && each.parentElement; each = each.parentElement) {
    around.push({ parent: each.parentElement, index: [...each.parentElement.children].indexOf(each) });
  }
  return around;
}

function successor(around: Held['around'], root: Element): HTMLElement | undefined {
  for (const { parent, index } of around) {
    if (!root.contains(parent)) continue;
    if (parent.matches('ul, ol, .sections')) {
      const items = [...parent.children];
      for (const item of [...items.slice(index), ...items.slice(0, index).reverse()]) {
        const [first] = focusablesIn(item);
        if (first) return first;
      }
    } else if (parent.matches('[data-section]')) {
      const [heading] = focusablesIn(parent);
      if (heading) return heading;
    }
  }
  return focusablesIn(root)[0];
}
