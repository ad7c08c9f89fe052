import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { toApiFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { PostmortemRow } from './PostmortemRow';
import { WorkPanel } from './WorkPanel';
import { MOST_ROWS, linkTo } from './links';

/** Unresolved incidents, oldest first. */
export function UnresolvedPanel(props: { within?: UrlFilter }) {
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const filter: UrlFilter = { ...props.within, resolved: 'false' };
  const orderField = 'startedAt,asc';
  const query = { ...toApiFilter(filter), orderField, limit: MOST_ROWS };
  const data = useLoaded(postmortemQueries.list(query));

  return (
    <WorkPanel
      title={t('team.unresolved')}
      data={data}
      items={data.value?.items}
      row={postmortem => (
        <PostmortemRow
          key={postmortem.id}
          postmortem={postmortem}
          due={t('unstarted.ongoing', {
            time: <RelativeTime value={postmortem.startedAt} />,
          })}
        />
      )}
      to={linkTo(`${root}/all`, filter, orderField)}
      empty={t('team.noUnresolved')}
    />
  );
}
