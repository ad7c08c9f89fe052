import {
  EntityContextMenuItemBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import NoteAddIcon from '@material-ui/icons/NoteAdd';
import { affectableEntityKinds } from '../../data/entityKinds';
import { usePostmortemsLink, useStartLink } from './useEntityLinks';

const startMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'start-postmortem',
  params: {
    icon: <NoteAddIcon fontSize="inherit" />,
    filter: { kind: { $in: affectableEntityKinds } },
    useProps: useStartLink,
  },
});

/** A link on the About card to the entity's postmortems. */
const postmortemsIconLink = EntityIconLinkBlueprint.make({
  name: 'postmortems',
  params: {
    filter: { kind: { $in: affectableEntityKinds } },
    useProps: () => ({ ...usePostmortemsLink(), icon: <FindInPageIcon /> }),
  },
});

export const entityLinks = [startMenuItem, postmortemsIconLink];
