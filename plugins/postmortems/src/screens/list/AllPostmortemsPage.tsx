import type { PostmortemFilterName } from '../../ui/filters/FilterBar';
import { PageContent } from '../../ui/layout/PageContent';
import { ListMenu } from '../deleted/ListMenu';
import { UnstartedIncidents } from '../incidents/UnstartedIncidents';
import { FirstVisit } from './FirstVisit';
import { DEFAULT_COLUMNS } from './columns';
import { PostmortemList } from './PostmortemList';

const FILTERS: PostmortemFilterName[] = [
  'severity',
  'status',
  'complianceStatus',
  'edited',
  'origin',
  'resolved',
  'hasExceptions',
  'outcome',
  'teamRef',
  'entityRef',
  'ownerRef',
  'awaitingReviewBy',
  'factorCategory',
  'factor',
  'source',
  'duration',
  'withoutDuration',
  'label',
  'date',
  'dueBefore',
  'q',
];

export function AllPostmortemsPage() {
  return (
    <PageContent>
      <UnstartedIncidents filters={FILTERS}>
        <PostmortemList
          name="postmortems"
          filters={FILTERS}
          savesViews
          columns={DEFAULT_COLUMNS.all}
          firstVisit={<FirstVisit actions={<ListMenu />} />}
          actions={<ListMenu />}
        />
      </UnstartedIncidents>
    </PageContent>
  );
}
