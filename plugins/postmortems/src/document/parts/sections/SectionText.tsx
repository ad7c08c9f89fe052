import { makeStyles } from '@material-ui/core/styles';
import { Markdown } from '../../../ui/markdown/Markdown';
import { nestHeadings } from './nestHeadings';

const useStyles = makeStyles(theme => ({
  prose: {
    fontSize: theme.typography.pxToRem(17),
    lineHeight: 1.6,
    // Limits lines to about 70 characters.
    maxWidth: '36rem',
  },
}));

/** Rendered Markdown. The renderer drops scripts, event handlers and unsafe links. */
export function SectionText(props: {
  markdown: string;
  /** Level of the heading above the text. */
  headingLevel: number;
  /** Whether to limit the line length. Set it for long texts, not for short remarks. */
  prose?: boolean;
}) {
  const classes = useStyles();
  return (
    <Markdown
      className={props.prose ? classes.prose : ''}
      headingLevel={props.headingLevel}
      markdown={nestHeadings(props.markdown, props.headingLevel)}
    />
  );
}
