/** A ref that focuses a field the user has just opened. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
