import type { ReactNode } from 'react';
import {
  postmortemAssignPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { toApiFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { PostmortemRow } from './PostmortemRow';
import { WorkPanel } from './WorkPanel';
import { MOST_ROWS, linkTo } from './links';

/** Permissions that rows need for editing in place. */
const EDITING = [
  postmortemAssignPermission.name,
  postmortemWaivePermission.name,
];

/** The first matching postmortems by deadline. */
export function PostmortemsPanel(props: {
  title: string;
  level?: 2 | 3;
  filter: UrlFilter;
  empty: ReactNode;
}) {
  const { title, level, filter, empty } = props;
  const root = useRouteRef(rootRouteRef)();
  const orderField = 'dueAt,asc';
  const query = {
    ...toApiFilter(filter),
    orderField,
    limit: MOST_ROWS,
    permissions: EDITING,
  };
  const data = useLoaded(postmortemQueries.list(query));

  return (
    <WorkPanel
      title={title}
      level={level}
      data={data}
      items={data.value?.items}
      row={postmortem => (
        <PostmortemRow key={postmortem.id} postmortem={postmortem} />
      )}
      to={linkTo(`${root}/all`, filter, orderField)}
      empty={empty}
    />
  );
}
