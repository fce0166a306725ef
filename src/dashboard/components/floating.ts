/**
 * Shows a popover below what it belongs to, or above it where there is no room, and always inside the window. It is in the top
 * layer, so nothing that scrolls cuts it off.
 */
export function showBeside(anchor: Element, popover: HTMLElement): void {
  if (!popover.matches(':popover-open')) popover.showPopover();
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = popover;
  const below = bottom + offsetHeight <= clientHeight || top < offsetHeight;
  // By the object model: the page's security policy forbids style attributes.
  popover.style.left = `${Math.max(margin, Math.min(left, clientWidth - offsetWidth - margin))}px`;
  popover.style.top = `${below ? bottom : top - offsetHeight}px`;
}

export function hide(popover: HTMLElement): void {
  if (popover.matches(':popover-open')) popover.hidePopover();
}

/** Pixels that it keeps from the edge of the window. */
const margin = 4;
