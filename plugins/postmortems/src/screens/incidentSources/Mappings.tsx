import Alert from '@material-ui/lab/Alert';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { IncidentMapping } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { incidentQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { useRequest } from '../../ui/feedback/useRequest';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { SubtleText } from '../../ui/layout/SubtleText';
import { SectionTable } from './SectionTable';

/** Mapped services and severities. Renders nothing if there are none. */
export function Mappings() {
  const { t } = useTexts();
  const send = useSend();
  const { run, busy, error: failed } = useRequest();
  const data = useLoaded(incidentQueries.mappings());
  if (!data.error && !data.value?.items.length) return null;

  const remove = ({ source, kind, word }: IncidentMapping) =>
    run(() => send('removeIncidentMapping', { query: { source, kind, word } }));

  return (
    <SectionTable
      id="mappings"
      title={t('incidentSources.mappings.title')}
      text={t('incidentSources.mappings.text')}
      data={data}
      alert={
        failed && (
          <Alert severity="error">
            {t('incidentSources.mappings.removeFailed', { message: failed })}
          </Alert>
        )
      }
      first={{
        label: t('incidentSources.mappings.word'),
        render: ({ word, overridden }) => (
          <>
            {word}
            {overridden && (
              <SubtleText variant="caption" component="div">
                {t('incidentSources.mappings.overridden')}
              </SubtleText>
            )}
          </>
        ),
      }}
      columns={[
        {
          name: 'source',
          label: t('incidentSources.blocked.source'),
          width: 120,
          priority: 3,
          render: row => row.sourceTitle,
        },
        {
          name: 'target',
          label: t('incidentSources.mappings.target'),
          width: 200,
          priority: 1,
          render: ({ entityRefs, severity }) =>
            entityRefs ? (
              <EntityRefs entityRefs={entityRefs} max={2} />
            ) : (
              severity
            ),
        },
        {
          name: 'by',
          label: t('incidentSources.mappings.by'),
          width: 200,
          priority: 2,
          render: mapping => <MappedBy mapping={mapping} />,
        },
        {
          name: 'remove',
          label: t('incidentSources.deliveries.action'),
          width: 110,
          priority: 1,
          render: mapping =>
            mapping.origin === 'portal' && (
              <Button
                size="small"
                disabled={busy}
                aria-label={t('incidentSources.mappings.removeOf', {
                  word: mapping.word,
                })}
                onClick={() => remove(mapping)}
              >
                {t('incidentSources.mappings.remove')}
              </Button>
            ),
        },
      ]}
      rows={data.value?.items.map(mapping => ({
        ...mapping,
        id: `${mapping.source} ${mapping.kind} ${mapping.origin} ${mapping.word}`,
      }))}
    />
  );
}

function MappedBy(props: { mapping: IncidentMapping }) {
  const { createdBy, createdAt } = props.mapping;
  const { t } = useTexts();
  if (!createdBy || !createdAt) return <>app-config.yaml</>;
  return (
    <>
      {t('incidentSources.mappings.person', {
        person: createdBy.startsWith('user:') ? (
          <EntityRefLink entityRef={createdBy} hideIcon />
        ) : (
          createdBy
        ),
        when: <RelativeTime value={createdAt} />,
      })}
    </>
  );
}
