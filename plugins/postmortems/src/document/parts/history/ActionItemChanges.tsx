import { makeStyles } from '@material-ui/core/styles';
import {
  actionItemKindSchema,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { HistoryValue } from './HistoryValue';

/** Fields that people can change. */
const FIELDS = [
  'title',
  'status',
  'ownerRef',
  'dueAt',
  'priority',
  'kind',
  'description',
  'ticket',
] as const;

type Field = (typeof FIELDS)[number];

/** Returns an item's recorded fields. A ticket is reduced to its key or its tracker. */
function valuesOf(recorded: unknown): Partial<Record<Field, string>> {
  const { ticket, ...item } = (recorded ?? {}) as Partial<ActionItem>;
  return { ...item, ticket: ticket && (ticket.key ?? ticket.tracker) };
}

const useStyles = makeStyles(theme => ({
  root: { color: subtleColor(theme), overflowWrap: 'anywhere' },
}));

/** An action item's changed fields, with the values before and after. */
export function ActionItemChanges(props: { before: unknown; after: unknown }) {
  const before = valuesOf(props.before);
  const after = valuesOf(props.after);
  const classes = useStyles();
  const { t } = useTexts();

  function inWords(field: Field, value: unknown) {
    const status = actionItemStatusSchema.safeParse(value);
    if (field === 'status' && status.success) {
      return t(`actionItem.status.${status.data}`);
    }
    const kind = actionItemKindSchema.safeParse(value);
    if (field === 'kind' && kind.success) {
      return t(`actionItem.kind.${kind.data}`);
    }
    return <HistoryValue value={value} due={field === 'dueAt'} />;
  }

  const changed = FIELDS.filter(field => before[field] !== after[field]);
  if (changed.length === 0) {
    return <div className={classes.root}>{t('actionItem.movedInHistory')}</div>;
  }
  return (
    <>
      {changed.map(field => (
        <div key={field} className={classes.root}>
          {t(`actionItem.field.${field}`)}: {inWords(field, before[field])}
          {' → '}
          {inWords(field, after[field])}
        </div>
      ))}
    </>
  );
}
