import type { ReactNode } from 'react';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { actionItemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { toApiFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { ActionItemRow } from './ActionItemRow';
import { WorkPanel } from './WorkPanel';
import { MOST_ROWS, linkTo } from './links';

/** The first matching action items by due date. */
export function ActionItemsPanel(props: {
  title: string;
  level?: 2 | 3;
  filter: UrlFilter;
  empty: ReactNode;
}) {
  const { title, level, filter, empty } = props;
  const root = useRouteRef(rootRouteRef)();
  const orderField = 'dueAt,asc';
  const query = {
    ...toApiFilter<ActionItemFilter>(filter),
    orderField,
    limit: MOST_ROWS,
  };
  const data = useLoaded(actionItemQueries.list(query));

  return (
    <WorkPanel
      title={title}
      level={level}
      data={data}
      items={data.value?.items}
      row={item => <ActionItemRow key={item.id} item={item} />}
      to={linkTo(`${root}/action-items`, filter, orderField)}
      empty={empty}
    />
  );
}
