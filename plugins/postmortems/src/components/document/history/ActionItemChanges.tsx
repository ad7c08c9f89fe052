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

import { makeStyles } from '@material-ui/core/styles';
import {
  actionItemKindSchema,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { HistoryValue } from './HistoryValue';

/** What people change of an action item; the rest follows from it. */
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

/** The fields of an item as it was recorded, of its ticket just the name. */
function valuesOf(recorded: unknown): Partial<Record<Field, string>> {
  const { ticket, ...item } = (recorded ?? {}) as Partial<ActionItem>;
  return { ...item, ticket: ticket && (ticket.key ?? ticket.tracker) };
}

const useStyles = makeStyles(theme => ({
  root: { color: subtleColor(theme), overflowWrap: 'anywhere' },
}));

/** What a change of an action item changed: field by field, from what to what. */
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
    return <HistoryValue value={value} />;
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
