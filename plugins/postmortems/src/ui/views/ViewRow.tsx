import { useState } from 'react';
import CheckIcon from '@material-ui/icons/Check';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import EditIcon from '@material-ui/icons/EditOutlined';
import LinkIcon from '@material-ui/icons/Link';
import { makeStyles } from '@material-ui/core/styles';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../controls/IconButton';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { Link } from '../navigation/Link';
import type { SavedView } from './savedViews';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center' },
  name: {
    ...theme.typography.body2,
    flex: 1,
    minWidth: 0,
    marginRight: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  current: { fontWeight: 600 },
}));

/** The address of the list with a view applied. */
function addressOf(view: SavedView): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}?${view.search}`;
}

/** A saved view, with buttons to apply it, copy a link to it, rename it and delete it. */
export function ViewRow(props: {
  view: SavedView;
  isCurrent: boolean;
  onApply: () => void;
  onRename: () => void;
  onRemove: () => void;
  onError: (text: string) => void;
}) {
  const { view, isCurrent, onError } = props;
  const { name } = view;
  const classes = useStyles();
  const { t } = useTexts();
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(addressOf(view));
      setCopied(true);
    } catch (error) {
      onError(t('views.copyFailed', { message: errorText(error as Error) }));
    }
  }

  return (
    <li className={classes.root}>
      <Link
        to={`?${view.search}`}
        className={`${classes.name} ${isCurrent ? classes.current : ''}`}
        aria-current={isCurrent}
        title={name}
        onClick={props.onApply}
      >
        {name}
      </Link>
      {/* The clipboard API requires HTTPS. Without it, users can copy the link from the name. */}
      {navigator.clipboard && (
        <IconButton
          label={t('views.copyLink', { name })}
          tooltip={t(isCopied ? 'views.copied' : 'views.copy')}
          onClick={copy}
        >
          {isCopied ? <CheckIcon /> : <LinkIcon />}
        </IconButton>
      )}
      <IconButton
        label={t('views.renameOf', { name })}
        tooltip={t('views.rename')}
        onClick={props.onRename}
      >
        <EditIcon />
      </IconButton>
      <IconButton
        label={t('views.deleteOf', { name })}
        tooltip={t('views.delete')}
        onClick={props.onRemove}
      >
        <DeleteIcon />
      </IconButton>
      <VisuallyHidden>
        <span role="status">{isCopied && t('views.copied')}</span>
      </VisuallyHidden>
    </li>
  );
}
