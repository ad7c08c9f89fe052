import { useInfiniteQuery } from '@tanstack/react-query';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useLiveData } from '../../../data/postmortemsData';
import { postmortemQueries } from '../../../data/queries';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { LoadError } from '../../../ui/feedback/LoadError';
import { DocumentPart } from '../../DocumentPart';
import { useDocument } from '../../useDocument';
import { HistoryItem } from './HistoryItem';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** The history: who changed what, when and why, newest first. */
export function History() {
  const classes = useStyles();
  const { t } = useTexts();
  const { id } = useDocument().postmortem;
  const { client } = useLiveData();
  const history = useInfiniteQuery(postmortemQueries.history(id), client);
  const { data, error, isFetchNextPageError, hasNextPage } = history;
  const entries = data?.pages.flatMap(page => page.items) ?? [];
  const isShown = data !== undefined && !isFetchNextPageError;

  return (
    <DocumentPart partKey="history" level={3}>
      <ol className={classes.list}>
        {entries.map(entry => (
          <HistoryItem key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.isLoading && <Skeleton height="6rem" />}
      {error && !isShown && (
        <LoadError
          error={error}
          retry={() => (data ? history.fetchNextPage() : history.refetch())}
        />
      )}
      {hasNextPage && isShown && (
        <Button
          size="small"
          onClick={() => history.fetchNextPage()}
          disabled={history.isFetchingNextPage}
        >
          {t('document.history.more')}
        </Button>
      )}
    </DocumentPart>
  );
}
