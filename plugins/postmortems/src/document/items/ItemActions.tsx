import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/Delete';
import EditIcon from '@material-ui/icons/Edit';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { IconButton } from '../../ui/controls/IconButton';
import { focusOnMount } from '../../ui/fields/focusOnMount';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    whiteSpace: 'nowrap',
    '@media print': { display: 'none' },
  },
  icon: { fontSize: theme.typography.pxToRem(18) },
}));

/** Edit and remove buttons. `name` is read by screen readers. */
export function ItemActions(props: {
  name: string;
  /** Omit if the item can only be removed. */
  onEdit?: () => void;
  onRemove: () => void;
}) {
  const { name, onEdit, onRemove } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);

  if (asking) {
    return (
      <span className={classes.root}>
        <Button
          size="small"
          color="primary"
          onClick={onRemove}
          ref={focusOnMount}
        >
          {t('document.item.remove')}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {t('document.item.keep')}
        </Button>
      </span>
    );
  }
  return (
    <span className={classes.root}>
      {onEdit && (
        <IconButton
          tooltip={t('document.item.edit')}
          label={t('document.item.editNamed', { name })}
          onClick={onEdit}
        >
          <EditIcon className={classes.icon} />
        </IconButton>
      )}
      <IconButton
        tooltip={t('document.item.remove')}
        label={t('document.item.removeNamed', { name })}
        onClick={() => setAsking(true)}
      >
        <DeleteIcon className={classes.icon} />
      </IconButton>
    </span>
  );
}
