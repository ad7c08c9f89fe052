import { Fragment, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type { UnmappedService } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { TextButton } from '../../ui/controls/TextButton';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { useRequest } from '../../ui/feedback/useRequest';
import { EntityPicker } from '../../ui/fields/EntityPicker';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Snippet } from './Snippet';
import { annotationSnippet, serviceSnippet } from './snippets';

const PLACEHOLDER = 'component:default/name';

/** Maps a service to entities, either here or with snippets to copy into files. */
export function MapServiceDialog(props: {
  service: UnmappedService;
  onClose: () => void;
}) {
  const { service, onClose } = props;
  const { source, id, name, annotations, suggestions } = service;
  const { t } = useTexts();
  const send = useSend();
  const { run, busy, error } = useRequest();
  const [entityRefs, setEntityRefs] = useState(
    suggestions.slice(0, 1).map(each => each.entityRef),
  );
  const [first] = entityRefs;
  const [annotation, ...others] = annotations;
  const similar = suggestions.filter(
    each => !entityRefs.includes(each.entityRef),
  );

  async function confirm() {
    const done = await run(() =>
      send('putIncidentMapping', {
        query: { source, kind: 'service', word: id },
        body: { entityRefs },
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('incidentSources.map.title', { service: name ?? id })}
      confirm={t('incidentSources.map.confirm')}
      busy={busy}
      disabled={entityRefs.length === 0}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <EntityPicker
        label={t('incidentSources.map.entities')}
        helperText={t('incidentSources.map.text')}
        value={entityRefs}
        onChange={setEntityRefs}
        initialFocus
      />
      {similar.length > 0 && (
        <SubtleText variant="caption" component="div">
          {t('incidentSources.map.similar')}{' '}
          {similar.map(({ entityRef, title }, index) => (
            <Fragment key={entityRef}>
              {index > 0 && ', '}
              <TextButton
                variant="caption"
                onClick={() => setEntityRefs([entityRef])}
              >
                {title}
              </TextButton>
            </Fragment>
          ))}
        </SubtleText>
      )}
      {annotation && (
        <>
          <Typography variant="body2">
            {t('incidentSources.map.annotation', {
              entity: first ?? t('incidentSources.map.thisEntity'),
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
      <Typography variant="body2">{t('incidentSources.map.config')}</Typography>
      <Snippet
        label="app-config.yaml"
        text={serviceSnippet(source, id, first ?? PLACEHOLDER)}
      />
    </FormDialog>
  );
}
