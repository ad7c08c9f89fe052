import { useKnownPermission } from '../../data/useKnownPermission';
import { Button, ButtonLink } from '@backstage/ui';
import AddIcon from '@material-ui/icons/Add';
import { makeStyles } from '@material-ui/core/styles';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { newPostmortemRouteRef, rootRouteRef } from '../../routes';
import { usePageTitles } from '../../texts/usePageTitles';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../../ui/feedback/Hint';
import { useLocation } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { segmentsBelow } from './segmentsBelow';

const useStyles = makeStyles(theme => ({
  // Narrow windows only show the icon. The text is still the accessible name.
  label: {
    [theme.breakpoints.down('xs')]: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
}));

/** "Start postmortem" in the page header. Shown only on the list of all postmortems. */
export function StartPostmortemAction() {
  const classes = useStyles();
  const titles = usePageTitles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const form = useRouteRef(newPostmortemRouteRef)();
  const { pathname } = useLocation();
  const { allowed, loading } = useKnownPermission({
    permission: postmortemCreatePermission,
  });
  if (segmentsBelow(root, pathname)[0] !== 'all') return null;

  const label = (
    <span className={classes.label}>{titles.t('startPostmortem')}</span>
  );
  const iconStart = <AddIcon fontSize="inherit" />;
  if (allowed) {
    return (
      <ButtonLink href={form} iconStart={iconStart}>
        {label}
      </ButtonLink>
    );
  }
  const disabled = (
    <Button isDisabled iconStart={iconStart}>
      {label}
    </Button>
  );
  return loading ? (
    disabled
  ) : (
    <Hint title={t('start.forbidden')}>{disabled}</Hint>
  );
}
