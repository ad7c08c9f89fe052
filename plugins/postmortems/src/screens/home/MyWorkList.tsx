import { makeStyles } from '@material-ui/core/styles';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  ActionItemFilter,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { actionItemQueries, postmortemQueries } from '../../data/queries';
import { together, useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { toApiFilter } from '../../ui/filters/filter';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { PanelError } from '../work/PanelError';
import { unfinished, underWay } from '../work/filters';
import { MyActionItem } from './MyActionItem';
import { MyMentions } from './MyMentions';
import { MyPostmortem } from './MyPostmortem';
import { MyReview } from './MyReview';
import { OnThisDay } from './OnThisDay';
import { WorkSkeleton } from './WorkSkeleton';
import { byDueDate } from './byDueDate';

/** Maximum number of rows. The user's page is better for longer lists. */
const MAX_ROWS = 8;

/** Maximum number of comments, which are listed in addition. */
const MAX_MENTIONS = 3;

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  all: {
    ...theme.typography.body2,
    display: 'inline-block',
    marginTop: theme.spacing(1),
  },
}));

/**
 * A user's work by due date, with a link to all of it: work they own, unowned work for services
 * they own, reviews requested from them, and comments that mention them.
 */
export function MyWorkList(props: {
  userRef: string;
  /** The user and their groups. */
  claims: string[];
}) {
  const { userRef, claims } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const entityPage = useRouteRef(entityRouteRef);

  const own = useOpenWork({ ownerRef: [userRef] });
  const unowned = useOpenWork({ teamRef: [userRef], ownerRef: ['none'] });
  const reviews = useLoaded(
    postmortemQueries.list({
      orderField: 'dueAt,asc',
      limit: MAX_ROWS,
      totalItems: 'exclude',
      awaitingReviewBy: claims,
    }),
  );
  const mentions = useLoaded(postmortemQueries.mentions(userRef, MAX_MENTIONS));
  const { value, error, retry } = together({
    own,
    unowned,
    reviews,
    mentions,
  });
  if (error) return <PanelError error={error} retry={retry} />;
  if (!value) return <WorkSkeleton />;

  const parts = [value.own, value.unowned];
  const work = byDueDate({
    reviews: value.reviews.items,
    postmortems: parts.flatMap(({ postmortems }) => postmortems.items),
    actionItems: parts.flatMap(({ actionItems }) => actionItems.items),
  });
  return (
    <>
      {work.length === 0 && value.mentions.items.length === 0 && (
        <SubtleText>{t('home.none')}</SubtleText>
      )}
      {work.length > 0 && (
        <ul className={classes.list} aria-label={t('home.label')}>
          {work.slice(0, MAX_ROWS).map(each => {
            switch (each.kind) {
              case 'review':
                return <MyReview key={each.key} postmortem={each.item} />;
              case 'postmortem':
                return (
                  <MyPostmortem
                    key={each.key}
                    postmortem={each.item}
                    userRef={userRef}
                  />
                );
              default:
                return <MyActionItem key={each.key} item={each.item} />;
            }
          })}
        </ul>
      )}
      {value.mentions.items.length > 0 && (
        <MyMentions mentions={value.mentions.items} />
      )}
      <Link
        to={`${entityPage(entityRouteParams(userRef))}/postmortems`}
        className={classes.all}
      >
        {t('home.all')}
      </Link>
      <OnThisDay />
    </>
  );
}

/** Someone's first unfinished postmortems and action items, by due date. */
function useOpenWork(of: { ownerRef: string[]; teamRef?: string[] }) {
  const query = {
    ...of,
    orderField: 'dueAt,asc',
    limit: MAX_ROWS,
    totalItems: 'exclude' as const,
  };
  const postmortems = useLoaded(
    postmortemQueries.list({
      ...query,
      ...toApiFilter<PostmortemFilter>(unfinished),
    }),
  );
  const actionItems = useLoaded(
    actionItemQueries.list({
      ...query,
      ...toApiFilter<ActionItemFilter>(underWay),
    }),
  );
  return together({ postmortems, actionItems });
}
