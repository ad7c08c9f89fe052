import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { actionItemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { toApiFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { ActionItemLink } from '../actionItems/ActionItemLink';
import { upcomingActionItems } from './filters';

/** The action item due next. Shown if none is overdue. */
export function NextActionItem(props: { team: UrlFilter }) {
  const { t } = useTexts();
  const query = {
    ...toApiFilter<ActionItemFilter>(upcomingActionItems(props.team)),
    orderField: 'dueAt,asc',
    limit: 1,
    totalItems: 'exclude' as const,
  };
  const { value } = useLoaded(actionItemQueries.list(query));
  const next = value?.items[0];

  return (
    <>
      {t('team.noOverdueActionItems')}{' '}
      {next?.dueAt &&
        t('team.next', {
          link: <ActionItemLink item={next} />,
          due: (
            <RelativeTime value={next.dueAt} zone={next.postmortem.timeZone} />
          ),
        })}
      {value && !next && t('team.noNextActionItem')}
    </>
  );
}
