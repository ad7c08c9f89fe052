import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { useNow } from '../../ui/dates/useNow';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { SubtleText } from '../../ui/layout/SubtleText';
import { anniversaries } from './anniversaries';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1.5) },
}));

/**
 * A published postmortem of an incident that started on this day of an earlier year. Nothing if
 * there is none, or if it can't be loaded, because nobody waits for it.
 */
export function OnThisDay() {
  const classes = useStyles();
  const { t } = useTexts();
  const now = useNow();
  const today = DateTime.fromMillis(now).startOf('day').toMillis();
  const days = useMemo(() => anniversaries(today), [today]);
  const { value: found } = useLoaded({
    ...postmortemQueries.latestPublished(days),
    placeholderData: undefined,
  });
  if (!found) return null;

  const years =
    DateTime.fromMillis(today).year - DateTime.fromISO(found.startedAt).year;
  return (
    <div className={classes.root}>
      <SubtleText>
        {t('home.onThisDay', {
          count: years,
          link: <PostmortemLink postmortem={found} />,
        })}
      </SubtleText>
    </div>
  );
}
