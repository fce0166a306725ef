const controls = 'button, select, input, textarea, summary, [tabindex]';

/** What can have the focus in an element, in order; what is out of sight cannot. */
export function focusablesIn(element: Element): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(controls)].filter((each) => each.checkVisibility());
}
