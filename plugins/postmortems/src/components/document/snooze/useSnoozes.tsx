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

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  Postmortem,
  Snoozes,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { addressOf } from '../../actionItems/parts';
import { useNow, usePostmortemsData } from '../../shared';
import { useMyself } from '../fields/useMyself';
import { useDocument } from '../hooks/useDocument';
import { useTeamsAbove } from './useTeamsAbove';

/** The reminders that the signed-in person gets of the postmortem on the page. */
export interface SnoozesState {
  /** Whether there are any to silence: of its deadline, or of an action item. */
  canSnooze: (item?: ActionItem) => boolean;
  /** Until when they are silenced. */
  untilOf: (item?: ActionItem) => string | undefined;
  /** Silences them, or with null does so no more. */
  snooze: (until: string | null, item?: ActionItem) => Promise<void>;
}

const SnoozesContext = createContext<SnoozesState | undefined>(undefined);

/** What the signed-in person is reminded of here, and what they silenced. */
export function useSnoozes(): SnoozesState {
  const state = useContext(SnoozesContext);
  if (!state) throw new Error('useSnoozes needs a SnoozesProvider');
  return state;
}

/** Whether reminders of the deadline, or of an action item, are still to come to anybody. */
function isRemindedOf(postmortem: Postmortem, item?: ActionItem): boolean {
  if (item) return isUnderWay(item.status) && item.dueAt !== undefined;
  const { dueAt, status, completedAt, complianceStatus } = postmortem;
  return (
    dueAt !== undefined &&
    status !== 'published' &&
    !completedAt &&
    complianceStatus !== 'waived'
  );
}

/** Around the page of a postmortem: the reminders of it that its reader gets. */
export function SnoozesProvider(props: { children: ReactNode }) {
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { id, ownerRef, teamRefs, actionItems, visibility } = postmortem;
  const claims = useMyself()?.claims;
  const now = useNow();

  const isAny = [undefined, ...actionItems].some(item =>
    isRemindedOf(postmortem, item),
  );
  const isInTeam = teamRefs.some(ref => claims?.includes(ref));
  // Of a restricted postmortem only those are told whom it concerns.
  const above = useTeamsAbove(
    teamRefs,
    claims !== undefined && isAny && !isInTeam && visibility !== 'restricted',
  );
  const isToldAsTeam = isInTeam || above.some(ref => claims?.includes(ref));

  const canSnooze = useCallback(
    (item?: ActionItem) => {
      const owner = item ? item.ownerRef : ownerRef;
      return (
        claims !== undefined &&
        isRemindedOf(postmortem, item) &&
        (isToldAsTeam || (owner !== undefined && claims.includes(owner)))
      );
    },
    [postmortem, ownerRef, claims, isToldAsTeam],
  );
  const wanted = [undefined, ...actionItems].some(canSnooze);
  const { value } = usePostmortemsData<Snoozes>(
    async each => (wanted ? each.listSnoozes({}) : { items: [] }),
    [wanted],
  );
  const [snoozes, setSnoozes] = useState<Snoozes['items']>([]);
  useEffect(() => {
    if (value) setSnoozes(value.items);
  }, [value]);

  const state = useMemo(
    () => ({
      canSnooze,
      untilOf: (item?: ActionItem) =>
        snoozes.find(
          ({ postmortemId, actionItem, until }) =>
            postmortemId === id &&
            actionItem === (item && addressOf(item).key) &&
            Date.parse(until) > now,
        )?.until,
      snooze: async (until: string | null, item?: ActionItem) => {
        const { items } = await api.putSnooze({
          params: { id },
          body: { until, actionItem: item && addressOf(item).key },
        });
        setSnoozes(items);
      },
    }),
    [api, id, canSnooze, snoozes, now],
  );
  return (
    <SnoozesContext.Provider value={state}>
      {props.children}
    </SnoozesContext.Provider>
  );
}
