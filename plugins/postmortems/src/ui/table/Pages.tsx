import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { makeStyles } from '@material-ui/core/styles';
import type { Page } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    justifyContent: 'flex-end',
    padding: theme.spacing(1),
  },
}));

/** Links to the previous and next page, if there are any. */
export function Pages(props: {
  pageInfo: Page<unknown>['pageInfo'];
  goTo: (cursor: string | undefined) => void;
}) {
  const { goTo } = props;
  const { nextCursor, prevCursor } = props.pageInfo;
  const classes = useStyles();
  const { t } = useTexts();
  if (!nextCursor && !prevCursor) return null;

  return (
    <nav className={classes.root} aria-label={t('list.pages')}>
      <Button
        size="small"
        startIcon={<ChevronLeftIcon />}
        disabled={!prevCursor}
        onClick={() => goTo(prevCursor)}
      >
        {t('list.previous')}
      </Button>
      <Button
        size="small"
        endIcon={<ChevronRightIcon />}
        disabled={!nextCursor}
        onClick={() => goTo(nextCursor)}
      >
        {t('list.next')}
      </Button>
    </nav>
  );
}
