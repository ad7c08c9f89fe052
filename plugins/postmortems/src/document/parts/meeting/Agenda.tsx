import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { AgendaItem } from 'backstage-plugin-postmortems-common';
import { errorText } from '../../../data/errors';
import { postmortemQueries } from '../../../data/queries';
import { useLoaded } from '../../../data/useLoaded';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { Link } from '../../../ui/navigation/Link';
import { useComments } from '../../comments/useComments';
import { usePartTitle } from '../../comments/usePartTitle';
import { useRequirementWords } from '../../deadline/useRequirementWords';
import { hrefOf } from '../../parts';
import { useDocument } from '../../useDocument';

const useStyles = makeStyles(theme => ({
  title: { marginTop: theme.spacing(2) },
  list: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(3),
    '& li': { padding: theme.spacing(0.25, 0) },
    // Links in text must be recognizable by more than their color.
    '& a': { textDecoration: 'underline' },
  },
  // Comments can be long, so show at most two lines of each.
  excerpt: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
}));

/** Open questions for the meeting, with links to where they can be resolved. */
export function Agenda() {
  const classes = useStyles();
  const { t } = useTexts();
  const { id } = useDocument().postmortem;
  const { value, error, retry } = useLoaded(postmortemQueries.agenda(id));

  function content() {
    if (value && value.items.length > 0) {
      return (
        <Typography component="ol" variant="body2" className={classes.list}>
          {value.items.map(item => (
            <li key={keyOf(item)}>
              <Question item={item} />
            </li>
          ))}
        </Typography>
      );
    }
    if (value) return <SubtleText>{t('meeting.agendaEmpty')}</SubtleText>;
    if (error) {
      return (
        <SubtleText component="div" role="alert">
          {t('meeting.agendaFailed', { message: errorText(error) })}{' '}
          <Button size="small" color="primary" onClick={retry}>
            {t('state.retry')}
          </Button>
        </SubtleText>
      );
    }
    return <Skeleton width="60%" />;
  }

  return (
    <>
      <Typography variant="subtitle1" component="h4" className={classes.title}>
        {t('meeting.agenda')}
      </Typography>
      {content()}
    </>
  );
}

function keyOf(item: AgendaItem): string {
  switch (item.kind) {
    case 'missing':
      return item.key;
    case 'proposed-action-item':
      return item.actionItemId;
    default:
      return `comment-${item.commentId}`;
  }
}

function Question(props: { item: AgendaItem }) {
  const { item } = props;
  const { t } = useTexts();
  const nameOf = useRequirementWords();

  switch (item.kind) {
    case 'missing':
      return (
        <>
          {t('meeting.missing', {
            what: <Link to={hrefOf(item.key)}>{nameOf(item.key)}</Link>,
          })}
        </>
      );
    case 'proposed-action-item': {
      const [, key] = item.actionItemId.split('/');
      return (
        <>
          {t('meeting.decide', {
            item: (
              <Link to={`#${key}`}>
                {key} {item.title}
              </Link>
            ),
          })}
        </>
      );
    }
    default:
      return <OpenComment comment={item} />;
  }
}

function OpenComment(props: {
  comment: AgendaItem & { kind: 'open-comment' };
}) {
  const { authorRef, commentId, anchor, markdown } = props.comment;
  const classes = useStyles();
  const { t } = useTexts();
  const { primaryTitle } = useEntityPresentation(authorRef);
  const { open } = useComments();
  const titleOf = usePartTitle();
  return (
    <span className={classes.excerpt}>
      {t('meeting.answer', {
        comment: (
          <Link
            to={`#comment-${commentId}`}
            // The fragment alone doesn't open the comment if the URL already has it.
            onClick={() => open({ kind: 'comment', id: commentId })}
          >
            {t('meeting.commentOf', {
              person: primaryTitle,
              part: titleOf(anchor),
            })}
          </Link>
        ),
        text: markdown.trim().split('\n')[0],
      })}
    </span>
  );
}
