import { usePolicy } from '../../../data/usePolicy';
import { useTexts } from '../../../texts/useTexts';

const OF_SOURCE = 'incident-source:';

/**
 * Names an actor that isn't a person, such as an incident source.
 *
 * @param system - the name of an actor that isn't an incident source; default: "The system"
 */
export function useSystemName(actorRef: string, system?: string): string {
  const { t } = useTexts();
  const sources = usePolicy()?.incidentSources;

  if (!actorRef.startsWith(OF_SOURCE))
    return system ?? t('document.history.system');
  const id = actorRef.slice(OF_SOURCE.length);
  return sources?.find(source => source.id === id)?.title ?? id;
}
