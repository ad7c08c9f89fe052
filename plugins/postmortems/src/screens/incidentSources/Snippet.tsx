import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
    textAlign: 'left',
  },
  text: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(0.75, 0),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'monospace',
    fontSize: theme.typography.pxToRem(13),
    color: theme.palette.text.primary,
  },
}));

/** Text to copy into a file or another tool. */
export function Snippet(props: { label: string; text: string }) {
  const { label, text } = props;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div className={classes.root}>
      <pre className={classes.text} aria-label={label}>
        {text}
      </pre>
      <CopyTextButton
        text={text}
        variant="tertiary"
        aria-label={t('incidentSources.copy', { what: label })}
      />
    </div>
  );
}
