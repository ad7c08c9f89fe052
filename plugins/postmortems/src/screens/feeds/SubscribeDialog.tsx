import { useState } from 'react';
import Alert from '@material-ui/lab/Alert';
import type { CreateFeed } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { feedQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { Dialog } from '../../ui/dialogs/Dialog';
import { LoadError } from '../../ui/feedback/LoadError';
import { useRequest } from '../../ui/feedback/useRequest';
import { SelectField } from '../../ui/fields/SelectField';
import { FeedAddress } from './FeedAddress';
import { FeedScope } from './FeedScope';
import { OwnFeeds } from './OwnFeeds';

const ALL = 'all';

/**
 * Creates feeds of published postmortems and revokes them.
 *
 * @param props - `scopes` are the teams and entities to offer besides all postmortems
 */
export function SubscribeDialog(props: {
  scopes: CreateFeed[];
  onClose: () => void;
}) {
  const { scopes, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const feeds = useLoaded(feedQueries.mine());
  const creation = useRequest();
  const [chosen, setChosen] = useState(scopes.length === 1 ? '0' : ALL);
  const [url, setUrl] = useState<string>();

  async function create() {
    const body = chosen === ALL ? {} : scopes[Number(chosen)];
    const feed = await creation.run(() => send('createFeed', { body }));
    if (feed) setUrl(feed.url);
  }

  return (
    <Dialog
      title={t('feeds.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('feeds.close')}</Button>}
    >
      <div>{t('feeds.text')}</div>
      {url ? (
        <FeedAddress url={url} />
      ) : (
        <>
          <SelectField
            label={t('feeds.scope')}
            helperText={scopes.length === 0 && t('feeds.scopeHelp')}
            options={[
              { value: ALL, label: t('feeds.all') },
              ...scopes.map((scope, index) => ({
                value: String(index),
                label: <FeedScope scope={scope} />,
              })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
          <div>
            <Button
              color="primary"
              variant="contained"
              disabled={creation.busy}
              onClick={create}
            >
              {t('feeds.create')}
            </Button>
          </div>
        </>
      )}
      {creation.error && (
        <Alert severity="error">
          {t('feeds.createFailed', { message: creation.error })}
        </Alert>
      )}
      {feeds.error && <LoadError error={feeds.error} retry={feeds.retry} />}
      {feeds.value && <OwnFeeds feeds={feeds.value.items} />}
    </Dialog>
  );
}
