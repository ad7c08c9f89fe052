import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { toApiFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { upcomingPostmortems } from './filters';

/** The postmortem due next. Shown if none is overdue. */
export function NextPostmortem(props: { team: UrlFilter }) {
  const { t } = useTexts();
  const query = {
    ...toApiFilter(upcomingPostmortems(props.team)),
    orderField: 'dueAt,asc',
    limit: 1,
    totalItems: 'exclude' as const,
  };
  const { value } = useLoaded(postmortemQueries.list(query));
  const next = value?.items[0];

  return (
    <>
      {t('team.noOverduePostmortems')}{' '}
      {next?.dueAt &&
        t('team.next', {
          link: <PostmortemLink postmortem={next} />,
          due: <RelativeTime value={next.dueAt} zone={next.timeZone} />,
        })}
      {value && !next && t('team.noNextPostmortem')}
    </>
  );
}
