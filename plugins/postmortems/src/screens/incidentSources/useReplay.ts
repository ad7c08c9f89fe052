import { useEffect, useState } from 'react';
import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';
import { errorText } from '../../data/errors';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';

export interface Replay {
  replay: (delivery: IncidentDelivery) => void;
  /** The id of the delivery whose replay is being requested. */
  askedFor?: string;
  /** The result of the last replay. */
  message?: string;
}

/**
 * Replays deliveries and reports the last one's result.
 *
 * @param deliveries - the list of unapplied deliveries, or a page of it; undefined while it is
 *   loading or another list is shown
 * @param question - identifies the query. If it changes, the last replay is forgotten: only within
 *   the same list does a missing delivery mean that it was applied
 */
export function useReplay(
  deliveries: IncidentDelivery[] | undefined,
  question: string,
): Replay {
  const { t } = useTexts();
  const send = useSend();
  const [askedFor, setAskedFor] = useState<string>();
  const [message, setMessage] = useState<string>();
  const [watched, setWatched] = useState<{
    before: IncidentDelivery;
    question: string;
  }>();

  useEffect(() => {
    setWatched(undefined);
    setMessage(undefined);
  }, [question]);

  useEffect(() => {
    if (!watched || watched.question !== question || !deliveries) return;
    const { id, finishedAt } = watched.before;
    const now = deliveries.find(each => each.id === id);
    if (!now || now.status === 'applied' || now.status === 'ignored') {
      setMessage(t('incidentSources.deliveries.replayed', { id }));
      setWatched(undefined);
    } else if (now.status === 'parked' && now.finishedAt !== finishedAt) {
      setMessage(t('incidentSources.deliveries.parkedAgain', { id }));
      setWatched(undefined);
    }
  }, [watched, question, deliveries, t]);

  async function replay(before: IncidentDelivery) {
    const { id } = before;
    setAskedFor(id);
    setMessage(undefined);
    try {
      await send('replayIncidentDelivery', { params: { deliveryId: id } });
      setMessage(t('incidentSources.deliveries.replaying', { id }));
      setWatched({ before, question });
    } catch (thrown) {
      setMessage(
        t('incidentSources.deliveries.replayFailed', {
          id,
          message: errorText(thrown as Error),
        }),
      );
    } finally {
      setAskedFor(undefined);
    }
  }

  return { replay, askedFor, message };
}
