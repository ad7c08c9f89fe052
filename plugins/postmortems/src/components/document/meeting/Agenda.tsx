/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { AgendaItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { SubtleText, errorText, usePostmortemsData } from '../../shared';
import { useComments } from '../comments/useComments';
import { usePartTitle } from '../comments/usePartTitle';
import { useRequirementWords } from '../deadline/useRequirementWords';
import { useDocument } from '../hooks/useDocument';
import { anchorOf, partOf } from '../model/outline';

const useStyles = makeStyles(theme => ({
  title: { marginTop: theme.spacing(2) },
  list: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(3),
    '& li': { padding: theme.spacing(0.25, 0) },
    // Within text, color alone would not tell a link.
    '& a': { textDecoration: 'underline' },
  },
  // Somebody's words, of any length: a line of them says which.
  excerpt: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
}));

/** The open questions that the meeting has to settle, each leading to its place. */
export function Agenda() {
  const classes = useStyles();
  const { t } = useTexts();
  const { id } = useDocument().postmortem;
  const { value, error, retry } = usePostmortemsData(
    api => api.getAgenda({ params: { id } }),
    [id],
  );

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
            what: (
              <Link to={`#${anchorOf(partOf(item.key))}`}>
                {nameOf(item.key)}
              </Link>
            ),
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
            // Where the address has it already, following it again would do nothing.
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
