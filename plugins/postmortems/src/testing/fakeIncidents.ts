import type {
  ComplianceGroupBy,
  Incident,
  ListIncidentsQuery,
} from 'backstage-plugin-postmortems-common';

type Ownership = Pick<Incident, 'teamRefs'>;

/** Owning teams and users, and `none` if there is no team. */
export function teamKeys({ teamRefs }: Ownership): string[] {
  return teamRefs.some(ref => ref.startsWith('group:'))
    ? teamRefs
    : [...teamRefs, 'none'];
}

/** The keys of a postmortem's or incident's groups. */
export function groupKeys(
  each: Pick<Incident, 'teamRefs' | 'entityRefs' | 'startedAt'> & {
    governingSeverity?: string;
  },
  groupBy: ComplianceGroupBy,
): string[] {
  const [year, month] = each.startedAt.split('-');
  switch (groupBy) {
    case 'team':
      return teamKeys(each);
    case 'entity':
      return each.entityRefs;
    case 'severity':
      return [each.governingSeverity ?? 'none'];
    case 'month':
      return [`${year}-${month}`];
    default:
      return [`${year}-Q${Math.ceil(Number(month) / 3)}`];
  }
}

export function incidentMatches(
  incident: Incident,
  query: ListIncidentsQuery,
): boolean {
  const any = (wanted: string[] | undefined, values: string[]) =>
    !wanted || values.some(value => wanted.includes(value));
  return (
    any(query.teamRef, teamKeys(incident)) &&
    any(query.entityRef, incident.entityRefs) &&
    any(query.severity, [incident.governingSeverity ?? 'none']) &&
    (!query.startedAfter || incident.startedAt >= query.startedAfter) &&
    (!query.startedBefore || incident.startedAt < query.startedBefore)
  );
}
