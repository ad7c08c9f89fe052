/** A named combination of filters, order and columns of a list. */
export interface SavedView {
  name: string;
  /** URL parameters, normalized by {@link viewParameters}. */
  search: string;
}

/** Limits of saved views, per list. */
export const MAX_VIEWS = 50;
export const MAX_NAME = 60;

/** Reads stored views, ignoring invalid ones. */
export function readViews(stored: unknown): SavedView[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap(view =>
    typeof view?.name === 'string' && typeof view.search === 'string'
      ? [{ name: view.name, search: view.search }]
      : [],
  );
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** The view of this name, regardless of case. */
export function findView(
  views: SavedView[],
  name: string,
): SavedView | undefined {
  return views.find(view => keyOf(view.name) === keyOf(name));
}

/** Adds a view, or replaces the view with the same name. */
export function putView(views: SavedView[], view: SavedView): SavedView[] {
  const others = views.filter(({ name }) => keyOf(name) !== keyOf(view.name));
  return [...others, view].sort((a, b) => a.name.localeCompare(b.name));
}

/** Removes a view by name. */
export function removeView(views: SavedView[], name: string): SavedView[] {
  return views.filter(view => keyOf(view.name) !== keyOf(name));
}

/**
 * Returns a view's URL parameters in a form that can be compared.
 *
 * @param search - URL parameters of the list
 * @param names - the parameters that belong to a view
 * @param effective - values of parameters that the URL may omit
 */
export function viewParameters(
  search: URLSearchParams,
  names: readonly string[],
  effective: Record<string, string>,
): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    for (const value of search.getAll(name).filter(Boolean).sort()) {
      parameters.append(name, value);
    }
  }
  for (const [name, value] of Object.entries(effective)) {
    parameters.set(name, value);
  }
  return String(parameters);
}
