import type { Knex } from 'knex';
import type { Presence, SectionKey } from 'backstage-plugin-postmortems-common';

const TABLE = 'postmortem_presence';

/** Maximum number of rows in a list. */
const MAX_ROWS = 100;

interface PresenceRow {
  postmortem_id: number;
  user_ref: string;
  tab_id: string;
  section_key: SectionKey;
  expires_at: Date;
}

/** Stores who is editing which sections, until it expires. Shared by all instances. */
export class PresenceStore {
  async list(tx: Knex, postmortem: number, now: Date): Promise<Presence> {
    const rows = await tx<PresenceRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .where('expires_at', '>', now)
      .orderBy(['user_ref', 'tab_id', 'section_key'])
      .limit(MAX_ROWS);
    return {
      items: rows.map(row => ({
        userRef: row.user_ref,
        tabId: row.tab_id,
        section: row.section_key,
      })),
    };
  }

  /** Replaces the sections for one browser tab. */
  async put(
    tx: Knex,
    tab: { postmortem: number; userRef: string; tabId: string },
    sections: SectionKey[],
    expiresAt: Date,
  ): Promise<void> {
    const key = {
      postmortem_id: tab.postmortem,
      user_ref: tab.userRef,
      tab_id: tab.tabId,
    };
    await tx<PresenceRow>(TABLE)
      .where(key)
      .whereNotIn('section_key', sections)
      .delete();
    if (sections.length === 0) return;
    await tx<PresenceRow>(TABLE)
      .insert(
        sections.map(section => ({
          ...key,
          section_key: section,
          expires_at: expiresAt,
        })),
      )
      .onConflict(['postmortem_id', 'user_ref', 'tab_id', 'section_key'])
      .merge(['expires_at']);
  }

  async removeExpired(tx: Knex, postmortem: number, now: Date): Promise<void> {
    await tx<PresenceRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .where('expires_at', '<=', now)
      .delete();
  }
}
