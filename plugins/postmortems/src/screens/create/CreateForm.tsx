import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { removeDraft } from '../../data/drafts/draftStore';
import { errorStatus, errorText } from '../../data/errors';
import { AccessWarning } from '../../document/access/AccessWarning';
import { DraftNotice } from '../../document/editor/DraftNotice';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useUnsaved } from '../../ui/dialogs/useUnsaved';
import { EntityPicker } from '../../ui/fields/EntityPicker';
import { FormField } from '../../ui/fields/FormField';
import { OutcomeField } from '../../ui/fields/OutcomeField';
import { SeverityField } from '../../ui/fields/SeverityField';
import { TimesFields } from '../../ui/fields/TimesFields';
import { VisibilityField } from '../../ui/fields/VisibilityField';
import { LimitedFields, useTextLimits } from '../../ui/fields/textLimits';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { useDeadlinePreview } from '../../ui/fields/useDeadlinePreview';
import { useFieldWords } from '../../ui/fields/useFieldWords';
import { useNavigate, useSearchParams } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { OverlapWarning } from './OverlapWarning';
import { OwnerField } from './OwnerField';
import { PreviewCard } from './PreviewCard';
import { SimilarHint } from './SimilarHint';
import { preselectedEntities } from './preselectedEntities';
import { useCreateForm } from './useCreateForm';

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

/** The form for the initial facts, with a preview of deadline and ownership. */
export function CreateForm() {
  const classes = useStyles();
  const { t } = useTexts();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const linkTo = useRouteRef(postmortemRouteRef);
  const form = useCreateForm(preselectedEntities(search));
  const { values, set, trouble, busy } = form;
  useUnsaved(form.isDirty);
  const limits = useTextLimits();

  const preview = useDeadlinePreview({
    severity: values.severity,
    startedAt: values.startedAt,
    resolvedAt: values.resolvedAt,
    entityRefs: values.entityRefs,
  });
  const { place } = useFieldWords();
  // Show validation errors from the preview at the fields that they are about.
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
        if (!limits.tooLong) submit();
      }}
    >
      <div className={classes.fields}>
        <LimitedFields report={limits.report}>
          {form.drafts.map(draft => (
            <DraftNotice
              key={draft.writer}
              draft={draft}
              onContinue={form.isDirty ? undefined : () => form.restore(draft)}
              onDiscard={() => removeDraft(draft, draft.value)}
            />
          ))}
          <FormField
            label={t('fields.title')}
            placeholder={t('create.titlePlaceholder')}
            value={values.title}
            onChange={event => set('title', event.target.value)}
            error={errors.title}
            required
            inputRef={focusOnMount}
            limit="title"
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
          <div>
            <TimesFields
              value={values}
              errors={errors}
              onChange={set}
              ongoing={values.ongoing}
              onOngoing={ongoing => set('ongoing', ongoing)}
            />
            <OverlapWarning values={values} />
          </div>
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
          <AccessWarning
            refs={[values.ownerRef]}
            effect="access"
            // Until the owning teams are known, don't warn about anyone.
            audience={
              values.visibility === 'restricted'
                ? preview.preview?.teamRefs
                : undefined
            }
          />
        </LimitedFields>
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
            disabled={busy || limits.tooLong}
          >
            {t('create.submit')}
          </Button>
        </div>
      </div>
      <div className={classes.preview}>
        <PreviewCard state={preview} />
        <SimilarHint values={values} />
      </div>
    </form>
  );
}
