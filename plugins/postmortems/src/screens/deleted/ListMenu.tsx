import { lazy, Suspense, useState } from 'react';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { feedQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { DELETED_PATH, rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';
import { MenuButton } from '../../ui/controls/MenuButton';
import { readFilter } from '../../ui/filters/filter';
import { useSearchParams } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { scopesOf } from '../feeds/scopesOf';

const SubscribeDialog = lazy(() =>
  import('../feeds/SubscribeDialog').then(module => ({
    default: module.SubscribeDialog,
  })),
);

/** A menu of other pages that can be opened from the list, and of feeds if the portal has them. */
export function ListMenu() {
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const [search] = useSearchParams();
  const [wasOpened, setOpened] = useState(false);
  const [subscribing, setSubscribing] = useState(false);
  // Few visitors open the menu, so its request waits for that.
  const feeds = useLoaded({ ...feedQueries.mine(), enabled: wasOpened });

  return (
    <>
      <MenuButton
        align="right"
        entries={[
          { label: t('deleted.open'), to: `${root}/${DELETED_PATH}` },
          ...(feeds.value?.enabled
            ? [{ label: t('feeds.open'), onSelect: () => setSubscribing(true) }]
            : []),
        ]}
      >
        {({ onClick, ...opener }) => (
          <IconButton
            label={t('deleted.menu')}
            {...opener}
            onClick={event => {
              setOpened(true);
              onClick(event);
            }}
          >
            <MoreVertIcon />
          </IconButton>
        )}
      </MenuButton>
      {subscribing && (
        <Suspense fallback={null}>
          <SubscribeDialog
            scopes={scopesOf(readFilter(search))}
            onClose={() => setSubscribing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
