import type { Knex } from 'knex';
import { SECTIONS } from 'backstage-plugin-postmortems-common';
import type { Section, SectionKey } from 'backstage-plugin-postmortems-common';
import type { AuthorRun } from '../postmortem/integrity/authorship';
import type { AuthoredSection } from '../postmortem/ports';
import { fromJson } from '../kernel/db/json';
import type { SectionRow } from '../postmortem/rows';
import { fromDbTime, toDbTime } from '../kernel/db/time';

const TABLE = 'postmortem_sections';

/**
 * A section with its last author and time. Sections are only stored once someone has written them.
 */
export interface WrittenSection extends Section {
  updatedAt: string;
  updatedBy: string;
  /** Who wrote each part of the text. */
  authorship: AuthorRun[];
}

export class SectionStore {
  /** All sections in reading order, including empty ones. */
  async list(tx: Knex, postmortem: number): Promise<Section[]> {
    return (await this.listAuthored(tx, postmortem)).sections;
  }

  /** Like `list`, with authors for the non-empty sections. */
  async listAuthored(
    tx: Knex,
    postmortem: number,
  ): Promise<{ sections: Section[]; authored: AuthoredSection[] }> {
    const rows = await tx<SectionRow>(TABLE).where({
      postmortem_id: postmortem,
    });
    const written = new Map(rows.map(row => [row.section_key, row]));
    return {
      sections: SECTIONS.map(({ key }) => toSection(key, written.get(key))),
      authored: rows.filter(({ markdown }) => markdown !== '').map(toAuthored),
    };
  }

  async get(tx: Knex, postmortem: number, key: SectionKey): Promise<Section> {
    const row = await tx<SectionRow>(TABLE)
      .where({ postmortem_id: postmortem, section_key: key })
      .first();
    return toSection(key, row);
  }

  /** All non-empty sections with their authors. */
  async authored(tx: Knex, postmortem: number): Promise<AuthoredSection[]> {
    const rows = await tx<SectionRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .whereNot({ markdown: '' })
      .orderBy('section_key')
      .select('section_key', 'markdown', 'authorship');
    return rows.map(toAuthored);
  }

  async put(
    tx: Knex,
    postmortem: number,
    section: WrittenSection,
  ): Promise<void> {
    await tx<SectionRow>(TABLE)
      .insert({
        postmortem_id: postmortem,
        section_key: section.key,
        markdown: section.markdown,
        revision: section.revision,
        updated_at: toDbTime(section.updatedAt),
        updated_by: section.updatedBy,
        authorship: JSON.stringify(section.authorship),
      })
      .onConflict(['postmortem_id', 'section_key'])
      .merge();
  }
}

function toAuthored(
  row: Pick<SectionRow, 'section_key' | 'markdown' | 'authorship'>,
): AuthoredSection {
  return {
    key: row.section_key,
    markdown: row.markdown,
    authorship: fromJson(row.authorship),
  };
}

function toSection(key: SectionKey, row: SectionRow | undefined): Section {
  if (!row) return { key, markdown: '', revision: 0 };
  return {
    key,
    markdown: row.markdown,
    revision: row.revision,
    updatedAt: fromDbTime(row.updated_at),
    updatedBy: row.updated_by,
  };
}
