import Alert from '@material-ui/lab/Alert';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Feed } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { useRequest } from '../../ui/feedback/useRequest';
import { FeedScope } from './FeedScope';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  feed: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(0.5, 0),
  },
}));

/** The name of the team or entity of a feed. */
function nameOf({ teamRef, entityRef }: Feed): string | undefined {
  const ref = teamRef ?? entityRef;
  return ref && parseEntityRef(ref).name;
}

/** The user's feeds, each with a button that revokes it. Renders nothing if there are none. */
export function OwnFeeds(props: { feeds: Feed[] }) {
  const { feeds } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const { run, busy, error } = useRequest();
  if (feeds.length === 0) return null;

  return (
    <div>
      <Typography variant="h6" component="h3" id="postmortem-own-feeds">
        {t('feeds.own')}
      </Typography>
      {error && (
        <Alert severity="error">
          {t('feeds.revokeFailed', { message: error })}
        </Alert>
      )}
      <ul className={classes.list} aria-labelledby="postmortem-own-feeds">
        {feeds.map(feed => (
          <li key={feed.id} className={classes.feed}>
            <div>
              <Typography variant="body2">
                <FeedScope scope={feed} />
              </Typography>
              <Typography variant="caption" color="textSecondary">
                {t('feeds.created', {
                  when: <RelativeTime value={feed.createdAt} />,
                })}
              </Typography>
            </div>
            <Button
              size="small"
              disabled={busy}
              aria-label={t('feeds.revokeOf', {
                what: nameOf(feed) ?? t('feeds.all'),
              })}
              onClick={() =>
                run(() => send('removeFeed', { params: { feedId: feed.id } }))
              }
            >
              {t('feeds.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
