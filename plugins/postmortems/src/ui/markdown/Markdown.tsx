import { Suspense, lazy, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../layout/subtleColor';

const MarkdownRenderer = lazy(() => import('./MarkdownRenderer'));

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body1,
    lineHeight: 1.5,
    overflowWrap: 'break-word',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& h4, & h5, & h6': {
      ...theme.typography.subtitle1,
      fontWeight: 600,
      margin: theme.spacing(2.5, 0, 1),
    },
    // Links in text must be recognizable by more than their color.
    '& a': { color: theme.palette.link, textDecoration: 'underline' },
    '& img': { maxWidth: '100%' },
    '& pre': { overflowX: 'auto' },
    '& table': {
      // A block, so that wide tables scroll. Narrow ones are as wide as their content.
      display: 'block',
      width: 'max-content',
      maxWidth: '100%',
      overflowX: 'auto',
      borderCollapse: 'collapse',
    },
    '& th, & td': {
      border: `1px solid ${theme.palette.border}`,
      padding: theme.spacing(0.75, 1.5),
      lineHeight: 1.5,
    },
    '& th': { backgroundColor: theme.palette.background.paper },
    // The checkbox replaces the bullet.
    '& .task-list-item': { listStyle: 'none' },
    '& .task-list-item input': { margin: theme.spacing(0, 1, 0, -2.5) },
    '& blockquote': {
      margin: theme.spacing(2, 0),
      paddingLeft: theme.spacing(2),
      borderLeft: `3px solid ${theme.palette.divider}`,
      color: subtleColor(theme),
    },
  },
}));

/**
 * Rendered Markdown. Ids in it are unique, even if the page has several texts.
 *
 * @param props - `headingLevel`: level of the heading above the text
 */
export function Markdown(props: {
  markdown: string;
  headingLevel: number;
  className?: string;
}) {
  const { markdown, headingLevel, className = '' } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const idPrefix = `text${useId().replace(/:/g, '')}-`;
  return (
    <Suspense fallback={null}>
      <MarkdownRenderer
        markdown={markdown}
        className={`${classes.root} ${className}`}
        idPrefix={idPrefix}
        footnotes={{
          label: t('document.footnotes.title'),
          backLabel: t('document.footnotes.back'),
          headingLevel: Math.min(6, headingLevel + 1),
        }}
      />
    </Suspense>
  );
}
