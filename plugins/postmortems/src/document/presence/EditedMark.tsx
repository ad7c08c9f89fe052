import { sectionKeySchema } from 'backstage-plugin-postmortems-common';
import EditIcon from '@material-ui/icons/Edit';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { VisuallyHidden } from '../../ui/layout/VisuallyHidden';
import { sectionsOf } from '../parts';
import type { OutlineKey } from '../parts';
import { usePresence } from './PresenceProvider';

const useStyles = makeStyles(theme => ({
  icon: {
    fontSize: theme.typography.pxToRem(14),
    marginLeft: theme.spacing(0.5),
    verticalAlign: 'text-bottom',
  },
}));

/** Marks a heading in the outline if someone else is editing that part. */
export function EditedMark(props: { partKey: OutlineKey }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { editorsOf } = usePresence();
  const { partKey } = props;
  const isGroup = partKey === 'response' || partKey === 'messages';
  const section = sectionKeySchema.safeParse(partKey);
  const sections = section.success ? [section.data] : [];
  const isEdited = (isGroup ? sectionsOf(partKey) : sections).some(
    each => editorsOf(each).length > 0,
  );
  if (!isEdited) return null;
  return (
    <>
      <EditIcon className={classes.icon} aria-hidden />
      <VisuallyHidden>{t('document.presence.mark')}</VisuallyHidden>
    </>
  );
}
