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

import { useState } from 'react';
import Collapse from '@material-ui/core/Collapse';
import MuiLink from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { sectionKeySchema } from 'backstage-plugin-postmortems-common';
import type {
  HistoryAction,
  HistoryEntry,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { RelativeTime, subtleColor } from '../../shared';
import { elementIdOf } from '../comments/threads';
import { usePartTitle } from '../comments/usePartTitle';
import { useFieldWords } from '../fields/useFieldWords';
import { ActionItemChanges } from './ActionItemChanges';
import { HistoryValue } from './HistoryValue';
import { LineComparison } from './LineComparison';
import { MeetingChanges } from './MeetingChanges';
import { useSystemName } from './useSystemName';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 'none' },
  },
  time: { color: subtleColor(theme) },
  detail: { color: subtleColor(theme), overflowWrap: 'anywhere' },
}));

/** What these say is all in their sentence and their reason. */
const WITHOUT_VALUES: HistoryAction[] = [
  'created',
  'imported',
  'owner-acknowledged',
  'waiver-withdrawn',
  'extension-withdrawn',
  'announced',
];

/** One change in words: who, what, from what to what, why, and when. */
export function HistoryItem(props: { entry: HistoryEntry }) {
  const { entry } = props;
  const { action, actorRef, field, reason, at } = entry;
  const classes = useStyles();
  const { t } = useTexts();
  const fieldInWords = useFieldInWords(field);
  const systemName = useSystemName(actorRef);

  const actor = actorRef.startsWith('user:') ? (
    <EntityRefLink entityRef={actorRef} hideIcon />
  ) : (
    <span title={actorRef}>{systemName}</span>
  );

  return (
    <Typography variant="body2" component="li" className={classes.root}>
      {t(`document.history.action.${action}`, { actor, field: fieldInWords })}{' '}
      <span className={classes.time}>
        <RelativeTime value={at} />
      </span>
      {action === 'section-changed' ? (
        <TextChange before={entry.before} after={entry.after} />
      ) : (
        <ValueChange entry={entry} />
      )}
      {reason && (
        <div className={classes.detail}>
          {t(
            action.startsWith('review-')
              ? 'document.history.said'
              : 'document.history.reason',
            { reason },
          )}
        </div>
      )}
    </Typography>
  );
}

/** The name of the field or section that changed, as the page calls it. */
function useFieldInWords(field: string | undefined): string {
  const { t } = useTexts();
  const { labels } = useFieldWords();
  const section = sectionKeySchema.safeParse(field);
  if (section.success) return t(`document.section.${section.data}.title`);
  const known: Record<string, string> = labels;
  if (field === 'severityHistory') return t('fields.severity');
  if (field === 'noActionItemsReason') return t('fields.noActionItemsReason');
  return field ? known[field] ?? field : '';
}

function ValueChange(props: { entry: HistoryEntry }) {
  const { action, before, after, field } = props.entry;
  const classes = useStyles();
  const { t } = useTexts();
  const isGiven = (value: unknown) => value !== undefined && value !== null;

  if (WITHOUT_VALUES.includes(action)) return null;
  if (action === 'action-item-changed') {
    return <ActionItemChanges before={before} after={after} />;
  }
  if (action === 'meeting-changed') {
    return <MeetingChanges before={before} after={after} />;
  }
  if (action.startsWith('comment-')) return <CommentedPart anchor={field} />;
  if (action === 'waiver-granted') {
    const { expiresAt } = (after ?? {}) as { expiresAt?: string };
    return expiresAt ? (
      <div className={classes.detail}>
        {t('document.history.until', {
          date: <HistoryValue value={expiresAt} />,
        })}
      </div>
    ) : null;
  }
  if (action === 'owner-handed-over') {
    return isGiven(after) ? (
      <div className={classes.detail}>
        {t('document.history.suggested', {
          person: <HistoryValue value={after} />,
        })}
      </div>
    ) : null;
  }
  if (!isGiven(before) && !isGiven(after)) return null;
  return (
    <div className={classes.detail}>
      {isGiven(before) && (
        <>
          <HistoryValue value={before} />
          {' → '}
        </>
      )}
      <HistoryValue value={after} />
    </div>
  );
}

/** What was commented on, where that was a part. */
function CommentedPart(props: { anchor: string | undefined }) {
  const { anchor } = props;
  const classes = useStyles();
  const titleOf = usePartTitle();
  if (!anchor) return null;
  return (
    <div className={classes.detail}>
      <a href={`#${elementIdOf(anchor)}`}>{titleOf(anchor)}</a>
    </div>
  );
}

function TextChange(props: { before: unknown; after: unknown }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const before = typeof props.before === 'string' ? props.before : '';
  const after = typeof props.after === 'string' ? props.after : '';

  if (before === after) return null;
  return (
    <>
      <div>
        <MuiLink
          component="button"
          variant="body2"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'document.history.hideText' : 'document.history.showText')}
        </MuiLink>
      </div>
      <Collapse in={open} mountOnEnter>
        <LineComparison
          before={before}
          after={after}
          beforeLabel={t('document.history.before')}
          afterLabel={t('document.history.after')}
        />
      </Collapse>
    </>
  );
}
