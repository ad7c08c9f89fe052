import { linkTo, readFilter, writeFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';

/** The views of the Compliance sub-page, in order. */
export const complianceViews = ['rates', 'incidents', 'exceptions'] as const;

type ComplianceView = (typeof complianceViews)[number];

/** Links to a list behind the figures. */
export interface ComplianceLinks {
  postmortems: (filter: UrlFilter) => string;
  /** Incidents that need a postmortem and have none. */
  incidents: (filter: UrlFilter) => string;
  exceptions: (filter: UrlFilter) => string;
}

/** @param root - path of the plugin's page */
export function complianceLinks(root: string): ComplianceLinks {
  const view = (name: ComplianceView) => (filter: UrlFilter) =>
    linkTo(`${root}/compliance`, filter).replace('?', `?view=${name}&`);
  return {
    postmortems: filter => linkTo(`${root}/all`, filter),
    incidents: view('incidents'),
    exceptions: view('exceptions'),
  };
}

/** The view in the URL. */
export function viewOf(search: URLSearchParams): ComplianceView {
  const name = search.get('view');
  return complianceViews.find(view => view === name) ?? 'rates';
}

/** Another view, with the filters that all views have. */
export function switchView(
  search: URLSearchParams,
  view: ComplianceView,
): URLSearchParams {
  const {
    severity,
    teamRef,
    subTeams,
    entityRef,
    startedAfter,
    startedBefore,
  } = readFilter(search);
  // Only incidents can be without a severity.
  const severities = severity?.filter(each => each !== 'none');
  return writeFilter(new URLSearchParams(view === 'rates' ? {} : { view }), {
    severity: severities,
    teamRef,
    subTeams,
    entityRef,
    startedAfter,
    startedBefore,
  });
}
