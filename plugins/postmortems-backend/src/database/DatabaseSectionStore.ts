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

import type { Knex } from 'knex';
import { SECTIONS } from 'backstage-plugin-postmortems-common';
import type { Section, SectionKey } from 'backstage-plugin-postmortems-common';
import type { SectionRow } from './rows';
import { fromDbTime, toDbTime } from './time';

const TABLE = 'postmortem_sections';

/** A section with who wrote it last and when; every stored section has been written. */
export interface WrittenSection extends Section {
  updatedAt: string;
  updatedBy: string;
}

/** Reads and writes the sections of postmortems. */
export class DatabaseSectionStore {
  /** Every section of the catalogue in reading order, those not yet written included. */
  async list(tx: Knex, postmortem: number): Promise<Section[]> {
    const rows = await tx<SectionRow>(TABLE).where({
      postmortem_id: postmortem,
    });
    const written = new Map(rows.map(row => [row.section_key, row]));
    return SECTIONS.map(({ key }) => toSection(key, written.get(key)));
  }

  async get(tx: Knex, postmortem: number, key: SectionKey): Promise<Section> {
    const row = await tx<SectionRow>(TABLE)
      .where({ postmortem_id: postmortem, section_key: key })
      .first();
    return toSection(key, row);
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
      })
      .onConflict(['postmortem_id', 'section_key'])
      .merge();
  }
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
