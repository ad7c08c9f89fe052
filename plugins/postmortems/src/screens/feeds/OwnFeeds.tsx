import Alert from '@material-ui/lab/Alert';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemSecondaryAction from '@material-ui/core/ListItemSecondaryAction';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Feed } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { useRequest } from '../../ui/feedback/useRequest';
import { FeedScope } from './FeedScope';

/** The name of the team or entity of a feed. */
function nameOf({ teamRef, entityRef }: Feed): string | undefined {
  const ref = teamRef ?? entityRef;
  return ref && parseEntityRef(ref).name;
}

/** The user's feeds, each with a button that revokes it. Renders nothing if there are none. */
export function OwnFeeds(props: { feeds: Feed[] }) {
  const { feeds } = props;
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
      <List dense disablePadding aria-labelledby="postmortem-own-feeds">
        {feeds.map(feed => (
          <ListItem key={feed.id} disableGutters>
            <ListItemText
              primary={<FeedScope scope={feed} />}
              secondary={t('feeds.created', {
                when: <RelativeTime value={feed.createdAt} />,
              })}
            />
            <ListItemSecondaryAction>
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
            </ListItemSecondaryAction>
          </ListItem>
        ))}
      </List>
    </div>
  );
}
