import { alpha, makeStyles } from '@material-ui/core/styles';
import type { SearchSnippet } from 'backstage-plugin-postmortems-common';

const useStyles = makeStyles(theme => ({
  match: {
    // Browsers' yellow has too little contrast in dark mode.
    backgroundColor: alpha(theme.palette.warning.main, 0.3),
    color: theme.palette.text.primary,
    fontWeight: 600,
  },
}));

/** Text in which the matches of a search are marked. */
export function MarkedText(props: { segments: SearchSnippet['segments'] }) {
  const classes = useStyles();
  return (
    <>
      {props.segments.map(({ text, isMatch }, index) =>
        isMatch ? (
          <mark key={index} className={classes.match}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
