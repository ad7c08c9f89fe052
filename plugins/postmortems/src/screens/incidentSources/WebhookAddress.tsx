import { useEffect, useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTexts } from '../../texts/useTexts';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Snippet } from './Snippet';

/** A source's webhook URL, as reached from this browser. */
export function WebhookAddress(props: { path: string }) {
  const { t } = useTexts();
  const discovery = useApi(discoveryApiRef);
  const [baseUrl, setBaseUrl] = useState('');

  useEffect(() => {
    let mounted = true;
    discovery.getBaseUrl('postmortems').then(
      url => mounted && setBaseUrl(url),
      // If this fails, only the path is shown.
      () => {},
    );
    return () => {
      mounted = false;
    };
  }, [discovery]);

  const label = t('incidentSources.card.address');
  return (
    <div>
      <SubtleText variant="caption">{label}</SubtleText>
      <Snippet label={label} text={`${baseUrl}${props.path}`} />
    </div>
  );
}
