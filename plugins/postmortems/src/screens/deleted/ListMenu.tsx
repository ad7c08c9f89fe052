import MoreVertIcon from '@material-ui/icons/MoreVert';
import { DELETED_PATH, rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';
import { MenuButton } from '../../ui/controls/MenuButton';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

/** A menu of other pages that can be opened from the list. */
export function ListMenu() {
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();

  return (
    <MenuButton
      align="right"
      entries={[{ label: t('deleted.open'), to: `${root}/${DELETED_PATH}` }]}
    >
      {opener => (
        <IconButton label={t('deleted.menu')} {...opener}>
          <MoreVertIcon />
        </IconButton>
      )}
    </MenuButton>
  );
}
