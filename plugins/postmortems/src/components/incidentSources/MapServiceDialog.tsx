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
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import type { UnmappedService } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { FormField } from '../document/fields/FormField';
import { SubtleText } from '../shared';
import { annotationSnippet, serviceSnippet } from './snippets';
import { Snippet } from './Snippet';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    // The label of an outlined field at the very top would be cut off.
    paddingTop: theme.spacing(1),
  },
}));

/** One dialog is open at a time. */
const titleId = 'postmortem-dialog-title';
const PLACEHOLDER = 'component:default/name';

/**
 * Says what to write, and where, so that a service is an entity. Both are files that people own,
 * so nothing is changed from here.
 */
export function MapServiceDialog(props: {
  service: UnmappedService;
  onClose: () => void;
}) {
  const { service, onClose } = props;
  const { source, id, name, annotations, suggestions } = service;
  const classes = useStyles();
  const { t } = useTexts();
  const [entityRef, setEntityRef] = useState(suggestions[0]?.entityRef);
  const [annotation, ...others] = annotations;

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t('incidentSources.map.title', { service: name ?? id })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {suggestions.length > 0 && (
          <FormField
            select
            label={t('incidentSources.map.entity')}
            value={entityRef}
            onChange={event => setEntityRef(event.target.value)}
          >
            {suggestions.map(({ entityRef: ref, title }) => (
              <MenuItem key={ref} value={ref}>
                {title} ({parseEntityRef(ref).kind})
              </MenuItem>
            ))}
          </FormField>
        )}
        {annotation && (
          <>
            <Typography variant="body2">
              {t('incidentSources.map.annotation', {
                entity: entityRef ?? t('incidentSources.map.thisEntity'),
              })}
            </Typography>
            <Snippet
              label="catalog-info.yaml"
              text={annotationSnippet(annotation, id)}
            />
            <SubtleText variant="caption">
              {t('incidentSources.map.several')}{' '}
              {others.length > 0 &&
                t('incidentSources.map.others', { names: others.join(', ') })}
            </SubtleText>
          </>
        )}
        <Typography variant="body2">
          {t('incidentSources.map.config')}
        </Typography>
        <Snippet
          label="app-config.yaml"
          text={serviceSnippet(source, id, entityRef ?? PLACEHOLDER)}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} color="primary">
          {t('incidentSources.map.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
