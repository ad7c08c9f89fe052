import type { Knex } from 'knex';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { readActionItems } from './queries/actionItems';
import { readStruckAgain } from './queries/compared';
import { readCounts } from './queries/counts';
import { readDurations } from './queries/durations';
import { readFalseAlarms } from './queries/falseAlarms';
import {
  readCategories,
  readEntities,
  readFactors,
} from './queries/recurrence';
import type { InsightsRequest } from './queries/selection';
import { readUncovered } from './queries/uncovered';

/** Reads all insights. Each query selects the same postmortems as the lists do. */
export class InsightsStore {
  async read(
    knex: Knex,
    request: InsightsRequest,
    now: Date,
  ): Promise<Insights> {
    const { interval, range, previousRange } = request;
    const { falseAlarms, ...counts } = await readCounts(knex, request, now);
    const { n } = counts.incidents;
    return {
      interval,
      range,
      previousRange,
      ...counts,
      durations: await readDurations(knex, request, n, now),
      factors: await readFactors(knex, request, now),
      categories: await readCategories(knex, request, now),
      entities: await readEntities(knex, request, now),
      struckAgain: await readStruckAgain(knex, request, now),
      actionItems: await readActionItems(knex, request, now),
      falseAlarms: {
        n,
        falseAlarms,
        ...(n > 0 && { rate: falseAlarms / n }),
        ...(await readFalseAlarms(knex, request, now)),
      },
      uncovered: await readUncovered(knex, request),
    };
  }
}
