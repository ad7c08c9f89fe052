import type { IncidentMappingKey } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { fromDbTime } from '../../kernel/db/time';
import type { DbTime } from '../../kernel/db/time';
import { wordKey } from './SourceRules';
import type { PortalMapping } from './SourceRules';

const TABLE = 'incident_mappings';

interface MappingRow {
  source: string;
  kind: string;
  word_key: string;
  word: string;
  targets: string;
  created_by: string;
  created_at: DbTime;
}

/** Stores mappings that operators made in the portal. */
export class MappingStore {
  async list(knex: Knex, source?: string): Promise<PortalMapping[]> {
    const query = knex<MappingRow>(TABLE).orderBy([
      'source',
      'kind',
      'word_key',
    ]);
    const rows: MappingRow[] = await (source ? query.where({ source }) : query);
    return rows.map(row => ({
      source: row.source,
      kind: row.kind as PortalMapping['kind'],
      word: row.word,
      targets: JSON.parse(row.targets),
      createdBy: row.created_by,
      createdAt: fromDbTime(row.created_at),
    }));
  }

  /** Adds or replaces a mapping. */
  async put(
    knex: Knex,
    {
      source,
      kind,
      word,
      targets,
      createdBy,
    }: Omit<PortalMapping, 'createdAt'>,
    now: Date,
  ): Promise<void> {
    await knex<MappingRow>(TABLE)
      .insert({
        source,
        kind,
        word_key: wordKey(word),
        word,
        targets: JSON.stringify(targets),
        created_by: createdBy,
        created_at: now,
      })
      .onConflict(['source', 'kind', 'word_key'])
      .merge();
  }

  async remove(
    knex: Knex,
    { source, kind, word }: IncidentMappingKey,
  ): Promise<void> {
    await knex<MappingRow>(TABLE)
      .where({ source, kind, word_key: wordKey(word) })
      .delete();
  }
}
