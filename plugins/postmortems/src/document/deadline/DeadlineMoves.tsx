import { useEffect } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { HistoryEntry } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { DateLabel } from '../../ui/dates/DateLabel';
import { LoadError } from '../../ui/feedback/LoadError';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useSystemName } from '../parts/history/useSystemName';
import { useDocument } from '../useDocument';
import { useMoveInWords } from './useMoveInWords';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Changes to the deadline, newest first, with amount, actor and reason. */
export function DeadlineMoves(props: {
  /** Called if there are no changes. If set, only changes are shown, to avoid a flash. */
  onNone?: () => void;
}) {
  const { onNone } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { id } = useDocument().postmortem;
  const {
    value: page,
    error,
    retry,
  } = useLoaded(postmortemQueries.deadlineMoves(id));

  // Setting the first deadline isn't a move.
  const moves = page?.items.filter(({ before }) => isTime(before));
  const isNone = moves?.length === 0;
  useEffect(() => {
    if (isNone) onNone?.();
  }, [isNone, onNone]);

  if (error) return <LoadError error={error} retry={retry} />;
  if (isNone && onNone) return null;
  if (!page || !moves) {
    return onNone ? null : <Skeleton className={classes.root} />;
  }
  return (
    <section className={classes.root} aria-label={t('document.moves.title')}>
      {moves.length === 0 ? (
        <SubtleText>{t('document.moves.none')}</SubtleText>
      ) : (
        <ul className={classes.list}>
          {moves.map(entry => (
            <Move key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {page.pageInfo.nextCursor && (
        <SubtleText>{t('document.moves.more')}</SubtleText>
      )}
    </section>
  );
}

function Move(props: { entry: HistoryEntry }) {
  const { actorRef, at, before, after, reason } = props.entry;
  const { t } = useTexts();
  const systemName = useSystemName(actorRef, t('document.moves.system'));
  const inWords = useMoveInWords();

  return (
    <Typography variant="body2" component="li">
      {inWords(before, after, {
        actor: actorRef.startsWith('user:') ? (
          <EntityRefLink entityRef={actorRef} hideIcon />
        ) : (
          <span title={actorRef}>{systemName}</span>
        ),
        date: <DateLabel value={at} />,
      })}
      {reason && t('document.moves.because', { reason })}
    </Typography>
  );
}

function isTime(value: unknown): boolean {
  return typeof value === 'string';
}
