import { createContext, useCallback, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  Postmortem,
  Snoozes,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useNow } from '../../ui/dates/useNow';
import { useMyself } from '../../ui/fields/useMyself';
import { addressOf } from '../parts/actionItems/controls/actionItem';
import { useDocument } from '../useDocument';
import { useTeamsAbove } from '../../data/useTeamsAbove';

/** The user's reminders about the postmortem on the page, and when they resume. */
export interface SnoozesState {
  /** Whether the user gets reminders about the deadline or an action item. */
  canSnooze: (item?: ActionItem) => boolean;
  /** When the snooze for the deadline or an action item ends. */
  untilOf: (item?: ActionItem) => string | undefined;
  /** Snoozes reminders. `null` ends the snooze. */
  snooze: (until: string | null, item?: ActionItem) => Promise<Snoozes>;
}

const SnoozesContext = createContext<SnoozesState | undefined>(undefined);

/** Returns the user's reminders and snoozes for the postmortem on the page. */
export function useSnoozes(): SnoozesState {
  const state = useContext(SnoozesContext);
  if (!state) throw new Error('useSnoozes needs a SnoozesProvider');
  return state;
}

/** Whether there are still reminders to come about the deadline or an action item. */
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

/** Loads the user's snoozes for the postmortem on the page. */
export function SnoozesProvider(props: { children: ReactNode }) {
  const send = useSend();
  const { postmortem } = useDocument();
  const { id, ownerRef, teamRefs, actionItems, visibility } = postmortem;
  const claims = useMyself()?.claims;
  const now = useNow();

  const isAny = [undefined, ...actionItems].some(item =>
    isRemindedOf(postmortem, item),
  );
  const isInTeam = teamRefs.some(ref => claims?.includes(ref));
  // Restricted postmortems aren't escalated to parent groups.
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
  const { value } = useLoaded({
    ...postmortemQueries.snoozes(),
    enabled: wanted,
  });
  const snoozes = value?.items;

  const state = useMemo(
    () => ({
      canSnooze,
      untilOf: (item?: ActionItem) =>
        snoozes?.find(
          ({ postmortemId, actionItem, until }) =>
            postmortemId === id &&
            actionItem === (item && addressOf(item).key) &&
            Date.parse(until) > now,
        )?.until,
      snooze: (until: string | null, item?: ActionItem) =>
        send('putSnooze', {
          params: { id },
          body: { until, actionItem: item && addressOf(item).key },
        }),
    }),
    [send, id, canSnooze, snoozes, now],
  );
  return (
    <SnoozesContext.Provider value={state}>
      {props.children}
    </SnoozesContext.Provider>
  );
}
