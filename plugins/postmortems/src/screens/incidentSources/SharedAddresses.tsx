import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Section } from './Section';

/** Email addresses shared by several users. */
export function SharedAddresses(props: { sources: IncidentSourceState[] }) {
  const { t } = useTexts();
  return (
    <Section
      id="people"
      title={t('incidentSources.sharedAddresses.title')}
      text={t('incidentSources.sharedAddresses.text')}
    >
      {props.sources.flatMap(({ id, title, sharedAddresses }) =>
        sharedAddresses.map(({ address, userRefs, incidents }) => (
          <SubtleText key={`${id} ${userRefs}`} component="div">
            {t('incidentSources.sharedAddresses.person', {
              source: title,
              address,
              count: incidents,
            })}{' '}
            <EntityRefLinks entityRefs={userRefs} hideIcons />
          </SubtleText>
        )),
      )}
    </Section>
  );
}
