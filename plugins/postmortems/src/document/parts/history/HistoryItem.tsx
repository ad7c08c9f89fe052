import { useState } from 'react';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  leftOutSchema,
  sectionKeySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  HistoryAction,
  HistoryEntry,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { TextButton } from '../../../ui/controls/TextButton';
import { RelativeTime } from '../../../ui/dates/RelativeTime';
import { useFieldWords } from '../../../ui/fields/useFieldWords';
import { useLeftOutWords } from '../../../ui/labels/useLeftOutWords';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { elementIdOf } from '../../comments/threads';
import { usePartTitle } from '../../comments/usePartTitle';
import { useAmountMoved } from '../../deadline/useMoveInWords';
import { ActionItemChanges } from './ActionItemChanges';
import { HistoryValue } from './HistoryValue';
import { LineComparison } from './LineComparison';
import { MeetingChanges } from './MeetingChanges';
import { RestoreText } from './RestoreText';
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

/** Actions shown without values, because the sentence and the reason already say it all. */
const WITHOUT_VALUES: HistoryAction[] = [
  'created',
  'replacement-created',
  'restored',
  'redacted',
  'imported',
  'import-confirmed',
  'still-ongoing',
  'owner-acknowledged',
  'waiver-withdrawn',
  'waiver-expired',
  'extension-withdrawn',
  'announced',
];

const SECTION_EDITS: HistoryAction[] = ['section-changed', 'section-restored'];

/** Actions whose reason is a reviewer's comment. */
const WITH_COMMENT: HistoryAction[] = [
  'review-approved',
  'review-changes-requested',
];

/** One change as a sentence. */
export function HistoryItem(props: { entry: HistoryEntry }) {
  const { entry } = props;
  const { action, actorRef, field, reason, at, before, after } = entry;
  const classes = useStyles();
  const { t } = useTexts();
  const fieldInWords = useFieldInWords(field);
  const systemName = useSystemName(actorRef);
  const amountOf = useAmountMoved();
  const moved = action === 'deadline-changed' && moveOf(before, after);
  const section = SECTION_EDITS.includes(action)
    ? sectionKeySchema.safeParse(field).data
    : undefined;

  const actor = actorRef.startsWith('user:') ? (
    <EntityRefLink entityRef={actorRef} hideIcon />
  ) : (
    <span title={actorRef}>{systemName}</span>
  );

  return (
    <Typography variant="body2" component="li" className={classes.root}>
      {moved
        ? t(`document.history.${moved}`, {
            actor,
            amount: amountOf(before as string, after as string),
          })
        : t(`document.history.action.${action}`, {
            actor,
            field: fieldInWords,
            before: String(entry.before ?? ''),
            date: <HistoryValue value={entry.restoredFrom} />,
          })}{' '}
      <span className={classes.time}>
        <RelativeTime value={at} />
      </span>
      {section ? (
        <>
          <TextChange before={entry.before} after={entry.after} />
          <RestoreText entry={entry} section={section} />
        </>
      ) : (
        <ValueChange entry={entry} />
      )}
      {reason && (
        <div className={classes.detail}>
          {t(
            WITH_COMMENT.includes(action)
              ? 'document.history.said'
              : 'document.history.reason',
            { reason },
          )}
        </div>
      )}
    </Typography>
  );
}

/** The direction in which a deadline moved; undefined if it was set or removed. */
function moveOf(
  before: unknown,
  after: unknown,
): 'movedLater' | 'movedEarlier' | undefined {
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  return Date.parse(after) > Date.parse(before) ? 'movedLater' : 'movedEarlier';
}

/** The label for the changed field or section. */
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
  if (action === 'source-data-left-out') return <LeftOutItem value={after} />;
  if (action.startsWith('comment-')) return <CommentedPart anchor={field} />;
  if (action === 'waiver-granted' || action === 'waiver-claimed') {
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
  const due = field === 'dueAt';
  return (
    <div className={classes.detail}>
      {isGiven(before) && (
        <>
          <HistoryValue value={before} due={due} />
          {' → '}
        </>
      )}
      <HistoryValue value={after} due={due} />
    </div>
  );
}

/** Source data omitted because it exceeded the postmortem's limits. */
function LeftOutItem(props: { value: unknown }) {
  const classes = useStyles();
  const inWords = useLeftOutWords();
  const { data } = leftOutSchema.safeParse(props.value);
  return data ? <div className={classes.detail}>{inWords(data)}</div> : null;
}

/** The part that was commented on, if any. */
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
        <TextButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'document.history.hideText' : 'document.history.showText')}
        </TextButton>
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
