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

import { useEffect, useRef } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  LIMITS,
  contributingFactorCategorySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactor,
  ContributingFactorCategory,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import { ItemFormFrame } from '../items/ItemFormFrame';
import { useItemForm } from '../items/useItemForm';
import { withFactor } from '../model/items';
import { FormField } from '../fields/FormField';

/** A contributing factor as its form holds it. */
type FactorValues = Pick<
  ContributingFactor,
  'title' | 'category' | 'description'
>;

const EMPTY: FactorValues = { title: '', category: 'other', description: '' };

function valuesOfFactor(factor: ContributingFactor): FactorValues {
  const { title, category, description } = factor;
  return { title, category, description };
}

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: '1fr minmax(9rem, 12rem)',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
  description: { gridColumn: '1 / -1' },
}));

/** Writes a contributing factor: one that is there, or the next, and then the one after that. */
export function FactorForm(props: {
  factor?: ContributingFactor;
  onClose: () => void;
}) {
  const { factor, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply } = useDocument();
  const { id } = postmortem;
  const titleField = useRef<HTMLInputElement>(null);

  const form = useItemForm<ContributingFactor, FactorValues>({
    item: factor,
    initial: factor ? valuesOfFactor(factor) : EMPTY,
    valuesOf: valuesOfFactor,
    show: shown => apply(current => withFactor(current, shown)),
    send: (body, onto) =>
      onto
        ? api.updateContributingFactor({
            params: { id, itemId: onto.id },
            body,
            ifMatch: onto.revision,
          })
        : api.addContributingFactor({ params: { id }, body }),
  });
  const { values, set } = form;
  useEffect(() => titleField.current?.focus(), []);

  async function submit() {
    if (!(await form.submit())) return;
    if (factor) {
      onClose();
    } else {
      form.reset({ ...EMPTY, category: values.category });
      titleField.current?.focus();
    }
  }

  return (
    <ItemFormFrame
      label={t(factor ? 'document.factors.edit' : 'document.factors.add')}
      confirm={t(factor ? 'document.dialog.save' : 'document.factors.add')}
      form={form}
      inWords={theirs => [theirs.title, theirs.description].join(' ').trim()}
      disabled={!values.title.trim()}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className={classes.fields}>
        <FormField
          label={t('document.factors.titleLabel')}
          helperText={t('document.factors.titleHelp')}
          value={values.title}
          onChange={change => set({ title: change.target.value })}
          inputRef={titleField}
          inputProps={{ maxLength: LIMITS.title }}
        />
        <FormField
          select
          label={t('document.factors.categoryLabel')}
          value={values.category}
          onChange={change =>
            set({ category: change.target.value as ContributingFactorCategory })
          }
        >
          {contributingFactorCategorySchema.options.map(category => (
            <MenuItem key={category} value={category}>
              {t(`document.factors.category.${category}`)}
            </MenuItem>
          ))}
        </FormField>
        <FormField
          className={classes.description}
          label={t('document.factors.description')}
          value={values.description}
          onChange={change => set({ description: change.target.value })}
          multiline
          inputProps={{ maxLength: LIMITS.itemMarkdown }}
        />
      </div>
    </ItemFormFrame>
  );
}
