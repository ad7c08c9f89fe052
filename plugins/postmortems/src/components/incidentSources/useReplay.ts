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

import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { errorText } from '../shared';

/** Replaying a delivery of a list. */
export interface Replay {
  replay: (delivery: IncidentDelivery) => void;
  /** The delivery that is being asked for. */
  askedFor?: string;
  /** What came of it. */
  message?: string;
}

/**
 * Replays deliveries, and says what came of the last one.
 *
 * @param deliveries - all that is not applied, or a page of it; absent while another list is shown
 * @param question - what the list answers: to another one, a delivery may be missing for nothing
 */
export function useReplay(
  deliveries: IncidentDelivery[] | undefined,
  question: string,
): Replay {
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
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
      await api.replayIncidentDelivery({ params: { deliveryId: id } });
      setMessage(t('incidentSources.deliveries.asked', { id }));
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
