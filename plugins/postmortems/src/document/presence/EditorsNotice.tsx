import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../../ui/layout/subtleColor';
import { usePresence } from './PresenceProvider';

const useStyles = makeStyles(theme => ({
  root: {
    color: subtleColor(theme),
    '& > *': { marginBottom: theme.spacing(1) },
    '@media print': { display: 'none' },
  },
}));

/** Shows who else is editing a section. */
export function EditorsNotice(props: { section: SectionKey }) {
  const { section } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const editors = usePresence().editorsOf(section);
  const title = t(`document.section.${section}.title`);
  return (
    <div role="status" className={classes.root}>
      {editors.map(({ userRef, isMe }) => (
        <Typography key={userRef} variant="body2">
          {isMe
            ? t('document.presence.me')
            : t('document.presence.other', {
                user: <EntityRefLink entityRef={userRef} hideIcon />,
                title,
              })}
        </Typography>
      ))}
    </div>
  );
}
