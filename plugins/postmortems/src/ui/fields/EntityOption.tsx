import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    width: '100%',
  },
  note: { whiteSpace: 'nowrap' },
}));

/** An option in a list: the entity's name, with its kind or the reason it is suggested. */
export function EntityOption(props: { entityRef: string; note?: string }) {
  const { entityRef, note = parseEntityRef(entityRef).kind } = props;
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <EntityDisplayName entityRef={entityRef} disableTooltip />
      <Typography
        variant="caption"
        color="textSecondary"
        className={classes.note}
      >
        {note}
      </Typography>
    </span>
  );
}
