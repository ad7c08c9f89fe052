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

import { useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { ContributingFactor } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { CommentMarker } from '../comments/CommentMarker';
import { revealMarker } from '../comments/quietMarker';
import { useDocument } from '../hooks/useDocument';
import { ItemActions } from '../items/ItemActions';
import { useRemoveItem } from '../items/useRemoveItem';
import { withFactor, withoutFactor } from '../model/items';
import { DocumentPart } from '../sections/DocumentPart';
import { EmptySection } from '../sections/EmptySection';
import { SectionText } from '../sections/SectionText';
import { FactorForm } from './FactorForm';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    alignItems: 'start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    breakInside: 'avoid',
    ...revealMarker,
  },
  body: { flex: 1, minWidth: 0 },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    fontWeight: 600,
  },
  category: { margin: 0 },
}));

/** The conditions that together made the incident possible or worse. */
export function ContributingFactors() {
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply, canWrite, writing, setEditing } = useDocument();
  const { id, contributingFactors } = postmortem;
  // The factor being changed, or 'new'.
  const [open, setOpen] = useState<string>();

  const { remove, error } = useRemoveItem<ContributingFactor>({
    remove: factor =>
      api.removeContributingFactor({
        params: { id, itemId: factor.id },
        ifMatch: factor.revision,
      }),
    show: factor => apply(current => withFactor(current, factor)),
    hide: factor => apply(current => withoutFactor(current, factor.id)),
  });
  const close = useCallback(() => setOpen(undefined), []);
  function addFirst() {
    setEditing(true);
    setOpen('new');
  }

  return (
    <DocumentPart partKey="contributing-factors" level={3}>
      {contributingFactors.length === 0 && open !== 'new' && (
        <EmptySection
          text={
            writing ? t('document.factors.prompt') : t('document.section.empty')
          }
          action={
            canWrite && (
              <Button size="small" color="primary" onClick={addFirst}>
                {t('document.factors.add')}
              </Button>
            )
          }
        />
      )}
      <ul className={classes.list}>
        {contributingFactors.map(factor => (
          <li key={factor.id} id={`contributing-factors/${factor.id}`}>
            {open === factor.id ? (
              <FactorForm factor={factor} onClose={close} />
            ) : (
              <div className={classes.item}>
                <div className={classes.body}>
                  <Typography component="div" className={classes.title}>
                    {factor.title}
                    <Chip
                      size="small"
                      variant="outlined"
                      className={classes.category}
                      label={t(`document.factors.category.${factor.category}`)}
                    />
                  </Typography>
                  {factor.description && (
                    <SectionText
                      markdown={factor.description}
                      headingLevel={3}
                    />
                  )}
                </div>
                {writing && (
                  <ItemActions
                    name={factor.title}
                    onEdit={() => setOpen(factor.id)}
                    onRemove={() => remove(factor)}
                  />
                )}
                <CommentMarker anchor={`contributing-factors/${factor.id}`} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {error && <Alert severity="error">{error}</Alert>}
      {open === 'new' && <FactorForm onClose={close} />}
      {writing && open !== 'new' && contributingFactors.length > 0 && (
        <Button
          size="small"
          color="primary"
          startIcon={<AddIcon />}
          onClick={() => setOpen('new')}
        >
          {t('document.factors.add')}
        </Button>
      )}
    </DocumentPart>
  );
}
