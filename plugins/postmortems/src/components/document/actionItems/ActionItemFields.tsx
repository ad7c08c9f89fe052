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

import type { Ref } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import {
  LIMITS,
  actionItemKindSchema,
  actionItemPrioritySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  ActionItemKind,
  ActionItemPriority,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { FormField } from '../fields/FormField';

/** What an action item says, as its form holds it. */
export type ActionItemText = Pick<
  ActionItem,
  'title' | 'kind' | 'priority' | 'description'
>;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr 8rem 6rem',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr 1fr' },
  },
  title: { [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' } },
  description: { gridColumn: '1 / -1' },
}));

/** The fields for what an action item says. */
export function ActionItemFields(props: {
  values: ActionItemText;
  set: (part: Partial<ActionItemText>) => void;
  titleField: Ref<HTMLInputElement>;
}) {
  const { values, set, titleField } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root}>
      <FormField
        className={classes.title}
        label={t('actionItem.field.title')}
        helperText={t('actionItem.list.titleHelp')}
        value={values.title}
        onChange={event => set({ title: event.target.value })}
        inputRef={titleField}
        inputProps={{ maxLength: LIMITS.title }}
      />
      <FormField
        select
        label={t('actionItem.field.kind')}
        value={values.kind}
        onChange={event => set({ kind: event.target.value as ActionItemKind })}
      >
        {actionItemKindSchema.options.map(kind => (
          <MenuItem
            key={kind}
            value={kind}
            title={t(`actionItem.kindHint.${kind}`)}
          >
            {t(`actionItem.kind.${kind}`)}
          </MenuItem>
        ))}
      </FormField>
      <FormField
        select
        label={t('actionItem.field.priority')}
        value={values.priority}
        onChange={event =>
          set({ priority: event.target.value as ActionItemPriority })
        }
      >
        {actionItemPrioritySchema.options.map(priority => (
          <MenuItem
            key={priority}
            value={priority}
            title={t(`actionItem.priorityHint.${priority}`)}
          >
            {priority}
          </MenuItem>
        ))}
      </FormField>
      <FormField
        className={classes.description}
        label={t('actionItem.list.descriptionLabel')}
        value={values.description}
        onChange={event => set({ description: event.target.value })}
        multiline
        inputProps={{ maxLength: LIMITS.itemMarkdown }}
      />
    </div>
  );
}
