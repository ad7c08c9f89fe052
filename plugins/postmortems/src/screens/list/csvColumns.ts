import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { columnsOf, dueColumn } from '../../ui/csv/columns';
import type { CsvColumn } from '../../ui/csv/columns';

/** CSV columns, named after the API's fields. */
export const csvColumns: CsvColumn<PostmortemSummary>[] = [
  ...columnsOf<PostmortemSummary>()(
    'id',
    'title',
    'severity',
    'governingSeverity',
    'outcome',
    'status',
    'complianceStatus',
  ),
  dueColumn(
    'dueAt',
    ({ dueAt }) => dueAt,
    ({ timeZone }) => timeZone,
  ),
  ...columnsOf<PostmortemSummary>()(
    'publishedAt',
    'startedAt',
    'detectedAt',
    'mitigatedAt',
    'resolvedAt',
    'entityRefs',
    'teamRefs',
    'ownerRef',
    'commanderRef',
    'labels',
    'createdAt',
    'updatedAt',
  ),
];
