import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(1.5),
    borderLeft: `3px solid ${theme.palette.divider}`,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
}));

export function ReviewComment(props: { text: string }) {
  return <blockquote className={useStyles().root}>{props.text}</blockquote>;
}
