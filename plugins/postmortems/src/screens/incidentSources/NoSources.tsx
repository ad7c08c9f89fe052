import Paper from '@material-ui/core/Paper';
import { useTexts } from '../../texts/useTexts';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { Snippet } from './Snippet';
import { GENERIC_SECRET } from './snippets';

/** Empty state: what sources are for and how to set one up. */
export function NoSources() {
  const { t } = useTexts();
  return (
    <Paper variant="outlined">
      <StateMessage title={t('incidentSources.empty.title')}>
        <p>{t('incidentSources.empty.text')}</p>
        <p>{t('incidentSources.empty.generic')}</p>
        <Snippet label="app-config.yaml" text={GENERIC_SECRET} />
      </StateMessage>
    </Paper>
  );
}
