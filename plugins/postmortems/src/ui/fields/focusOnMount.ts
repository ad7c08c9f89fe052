/** A ref callback that focuses a field when the user opens it. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
