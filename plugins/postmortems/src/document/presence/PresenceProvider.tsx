import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useLiveData } from '../../data/postmortemsData';
import { postmortemQueries } from '../../data/queries';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { useDocument } from '../useDocument';
import { TAB_ID } from './tabId';

/** Milliseconds between reports. The server forgets a tab after a minute without one. */
const HEARTBEAT = 20_000;

/** Someone who is editing a section in another tab or browser. */
export interface Editor {
  userRef: string;
  /** Whether it is the same user in another tab. */
  isMe: boolean;
}

interface PresenceState {
  editorsOf: (section: SectionKey) => Editor[];
  setEditing: (section: SectionKey, editing: boolean) => void;
}

const PresenceContext = createContext<PresenceState>({
  editorsOf: () => [],
  setEditing: () => {},
});

/**
 * Tells the server what is being edited in this tab, and the page what others are editing. Ignores
 * errors.
 */
export function PresenceProvider(props: { children: ReactNode }) {
  const { id } = useDocument().postmortem;
  const { api, client } = useLiveData();
  const me = useCurrentUser();
  const presence = useQuery(
    {
      ...postmortemQueries.presence(id),
      // Tabs that closed without a report expire without a signal, so poll.
      refetchInterval: ({ state }) =>
        state.data?.items.length ? HEARTBEAT : false,
    },
    client,
  );
  const items = presence.data?.items;

  const [sections, setSections] = useState<SectionKey[]>([]);
  const setEditing = useCallback(
    (section: SectionKey, editing: boolean) =>
      setSections(now => {
        const others = now.filter(each => each !== section);
        return editing ? [...others, section] : others;
      }),
    [],
  );

  const send = useCallback(
    async (editing: SectionKey[]) => {
      try {
        const response = await api.putPresence({
          params: { id },
          body: { tabId: TAB_ID, sections: editing },
        });
        client.setQueryData(postmortemQueries.presence(id).queryKey, response);
      } catch {
        // Ignore the error, because the next report may succeed.
      }
    },
    [api, client, id],
  );
  useEffect(() => {
    if (sections.length === 0) return undefined;
    send(sections);
    const timer = setInterval(() => send(sections), HEARTBEAT);
    return () => clearInterval(timer);
  }, [sections, send]);
  const isEditing = sections.length > 0;
  useEffect(() => {
    if (!isEditing) return undefined;
    return () => {
      send([]);
    };
  }, [isEditing, send]);

  const state = useMemo(
    () => ({
      setEditing,
      editorsOf: (section: SectionKey) => {
        // Until the user is known, show nobody: the user's own tabs would look like someone else's.
        const others = (me && items ? items : []).filter(
          each => each.section === section && each.tabId !== TAB_ID,
        );
        return [...new Set(others.map(({ userRef }) => userRef))].map(
          userRef => ({ userRef, isMe: userRef === me }),
        );
      },
    }),
    [items, me, setEditing],
  );
  return (
    <PresenceContext.Provider value={state}>
      {props.children}
    </PresenceContext.Provider>
  );
}

/** Returns who else is editing the sections on the page. */
export function usePresence(): Pick<PresenceState, 'editorsOf'> {
  return useContext(PresenceContext);
}

/** Lets others know while a section is being edited in this tab. */
export function useEditingSection(section: SectionKey, editing: boolean): void {
  const { setEditing } = useContext(PresenceContext);
  useEffect(() => {
    if (!editing) return undefined;
    setEditing(section, true);
    return () => setEditing(section, false);
  }, [section, editing, setEditing]);
}
