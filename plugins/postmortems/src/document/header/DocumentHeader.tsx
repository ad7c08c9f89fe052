import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RestrictedChip } from '../../ui/labels/RestrictedChip';
import { subtleColor } from '../../ui/layout/subtleColor';
import { CommentsButton } from '../comments/CommentsButton';
import { EditFacts } from '../facts/EditFacts';
import { useDocument } from '../useDocument';
import { MetaLine } from './MetaLine';
import { MoreMenu } from './MoreMenu';
import { StatusMenu } from './StatusMenu';
import { WatchButton } from './WatchButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: { flexDirection: 'column', gap: 0 },
  },
  heading: { flex: 1, minWidth: 0, marginBottom: theme.spacing(2) },
  title: {
    margin: 0,
    fontSize: theme.typography.pxToRem(28),
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { fontSize: theme.typography.pxToRem(22) },
  },
  id: {
    marginRight: theme.spacing(0.5),
    color: subtleColor(theme),
    fontWeight: 400,
    whiteSpace: 'nowrap',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    [theme.breakpoints.down('sm')]: { marginBottom: theme.spacing(2) },
  },
}));

/** Title, actions and facts. */
export function DocumentHeader() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canEdit, editing, setEditing } = useDocument();
  const { id, title, visibility } = postmortem;

  return (
    <header>
      <div className={classes.root}>
        <div className={classes.heading}>
          <Typography variant="h4" component="h2" className={classes.title}>
            <span className={classes.id}>{id}</span> {title}{' '}
            {visibility === 'restricted' && <RestrictedChip />}
            <EditFacts group="title" />
          </Typography>
        </div>
        <div className={classes.actions}>
          <StatusMenu />
          {canEdit && (
            <Button
              variant={editing ? 'contained' : 'outlined'}
              color="primary"
              startIcon={editing ? undefined : <EditIcon />}
              onClick={() => setEditing(!editing)}
            >
              {t(editing ? 'document.doneEditing' : 'document.edit')}
            </Button>
          )}
          <WatchButton />
          <CommentsButton />
          <MoreMenu />
        </div>
      </div>
      <MetaLine />
    </header>
  );
}
