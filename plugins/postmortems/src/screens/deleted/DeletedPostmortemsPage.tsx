import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { errorStatus } from '../../data/errors';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { LoadError } from '../../ui/feedback/LoadError';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { PageContent } from '../../ui/layout/PageContent';
import { LinkButton } from '../../ui/navigation/LinkButton';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { Pages } from '../../ui/table/Pages';
import { useListState } from '../../ui/table/useListState';
import { DeletedTable } from './DeletedTable';
import { useRestore } from './useRestore';

const useStyles = makeStyles(theme => ({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
}));

/** Always sorted by deletion time, newest first. */
const orders = { initial: '', first: {} };

/** The page at `/postmortems/deleted`. */
export function DeletedPostmortemsPage() {
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const { cursor, goTo } = useListState(orders);
  const page = useLoaded(postmortemQueries.deleted({ cursor }));
  const { restore, busy, error } = useRestore();

  if (page.error) {
    return (
      <PageContent title={t('deleted.title')}>
        {errorStatus(page.error) === 403 ? (
          <StateMessage role="alert" title={t('deleted.forbiddenTitle')}>
            {t('deleted.forbiddenText')}
          </StateMessage>
        ) : (
          <LoadError error={page.error} retry={page.retry} />
        )}
      </PageContent>
    );
  }
  const items = page.value?.items;
  return (
    <PageContent title={t('deleted.title')}>
      <div className={classes.heading}>
        <div>
          <Typography variant="h4" component="h2">
            {t('deleted.title')}
          </Typography>
          <Typography variant="body2">{t('deleted.description')}</Typography>
        </div>
        <LinkButton to={root} variant="outlined">
          {t('deleted.back')}
        </LinkButton>
      </div>
      {error && <Alert severity="error">{error}</Alert>}
      <Paper variant="outlined">
        <DeletedTable
          deleted={items}
          loading={page.loading}
          restoring={busy}
          onRestore={restore}
          placeholder={
            items?.length === 0 &&
            !page.loading && (
              <StateMessage title={t('deleted.empty')}>
                {t('deleted.emptyText')}
              </StateMessage>
            )
          }
        />
        {page.value && <Pages pageInfo={page.value.pageInfo} goTo={goTo} />}
      </Paper>
    </PageContent>
  );
}
