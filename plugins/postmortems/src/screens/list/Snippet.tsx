import { makeStyles } from '@material-ui/core/styles';
import type { SearchSnippet } from 'backstage-plugin-postmortems-common';
import type { TextKey } from '../../texts/useTexts';
import { useTexts } from '../../texts/useTexts';
import { MarkedText } from '../../ui/labels/MarkedText';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    marginTop: theme.spacing(0.25),
    ...theme.typography.caption,
    color: subtleColor(theme),
  },
  part: { fontWeight: 600 },
}));

/** Where a search found its words: the name of the part, and the text around them. */
export function Snippet(props: { snippet: SearchSnippet }) {
  const { part, key, segments } = props.snippet;
  const classes = useStyles();
  const { t } = useTexts();
  const name =
    part === 'section'
      ? t(
          `document.section.${key}.title` as TextKey &
            'document.section.summary.title',
        )
      : t(`list.foundIn.${part}`);
  return (
    <div className={classes.root}>
      <span className={classes.part}>
        {part === 'action-item' ? `${name} ${key}: ` : `${name}: `}
      </span>
      <MarkedText segments={segments} />
    </div>
  );
}
