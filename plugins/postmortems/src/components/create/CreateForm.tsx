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

import { useNavigate, useSearchParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useRouteRef } from '@backstage/core-plugin-api';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { EntityPicker } from '../document/fields/EntityPicker';
import { focusOnMount } from '../document/fields/focusOnMount';
import { OutcomeField } from '../document/fields/OutcomeField';
import { SeverityField } from '../document/fields/SeverityField';
import { TimesFields } from '../document/fields/TimesFields';
import { VisibilityField } from '../document/fields/VisibilityField';
import { useDeadlinePreview } from '../document/fields/useDeadlinePreview';
import { useFieldWords } from '../document/fields/useFieldWords';
import { useUnsaved } from '../document/hooks/useUnsaved';
import { errorStatus, errorText } from '../shared';
import { OwnerField } from './OwnerField';
import { PreviewCard } from './PreviewCard';
import { preselectedEntities } from './preselectedEntities';
import { useCreateForm } from './useCreateForm';
import { FormField } from '../document/fields/FormField';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 40rem) minmax(16rem, 24rem)',
    gap: theme.spacing(4),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
  },
  narrow: { maxWidth: '20rem' },
  actions: { display: 'flex', gap: theme.spacing(1) },
  preview: {
    [theme.breakpoints.up('md')]: {
      position: 'sticky',
      top: theme.spacing(3),
    },
  },
}));

/** The facts that a postmortem starts with; beside them, what follows from them. */
export function CreateForm() {
  const classes = useStyles();
  const { t } = useTexts();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const linkTo = useRouteRef(postmortemRouteRef);
  const form = useCreateForm(preselectedEntities(search));
  const { values, set, trouble, busy } = form;
  useUnsaved(form.isDirty);

  const preview = useDeadlinePreview({
    severity: values.severity,
    startedAt: values.startedAt,
    resolvedAt: values.resolvedAt,
    entityRefs: values.entityRefs,
  });
  const { place } = useFieldWords();
  // What the preview finds wrong is shown where it can be put right.
  const refused =
    preview.error && errorStatus(preview.error) === 400
      ? place(errorText(preview.error))
      : {};
  const errors = { ...refused, ...form.errors };

  async function submit() {
    const created = await form.submit();
    if (created) navigate(`${linkTo({ id: created.id })}?edit=true`);
  }

  return (
    <form
      className={classes.columns}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.fields}>
        <FormField
          label={t('fields.title')}
          placeholder={t('create.titlePlaceholder')}
          value={values.title}
          onChange={event => set('title', event.target.value)}
          error={errors.title}
          required
          inputRef={focusOnMount}
          inputProps={{ maxLength: LIMITS.title }}
        />
        <div className={classes.narrow}>
          <SeverityField
            value={values.severity}
            onChange={severity => set('severity', severity)}
            error={errors.severity}
          />
        </div>
        <EntityPicker
          label={t('fields.entityRefs')}
          helperText={t('fields.entityHelp')}
          value={values.entityRefs}
          onChange={refs => set('entityRefs', refs)}
          error={errors.entityRefs}
          required
        />
        <TimesFields
          value={values}
          errors={errors}
          onChange={set}
          ongoing={values.ongoing}
          onOngoing={ongoing => set('ongoing', ongoing)}
        />
        <OutcomeField
          value={values.outcome}
          onChange={outcome => set('outcome', outcome)}
        />
        <VisibilityField
          value={values.visibility}
          onChange={visibility => set('visibility', visibility)}
          error={errors.visibility}
        />
        <OwnerField
          value={values.ownerRef}
          onChange={ownerRef => set('ownerRef', ownerRef)}
          teamRefs={preview.preview?.teamRefs ?? []}
          entityRefs={values.entityRefs}
          error={errors.ownerRef}
        />
        {errors[''] && <Alert severity="error">{errors['']}</Alert>}
        {trouble && (
          <Alert
            severity="error"
            action={
              <Button color="inherit" size="small" onClick={submit}>
                {t('state.retry')}
              </Button>
            }
          >
            {trouble.catalog
              ? t('create.catalogUnavailable')
              : t('create.failed', { message: trouble.message })}
          </Alert>
        )}
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy}
          >
            {t('create.submit')}
          </Button>
        </div>
      </div>
      <div className={classes.preview}>
        <PreviewCard state={preview} />
      </div>
    </form>
  );
}
