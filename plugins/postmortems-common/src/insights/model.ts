import { z } from 'zod';
import { contributingFactorCategorySchema } from '../contributingFactor/model';
import type { ContributingFactorCategory } from '../contributingFactor/model';
import {
  entityRefSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * The minimum number of values for a median. If there are fewer, the values themselves are given.
 *
 * @public
 */
export const FEWEST_FOR_MEDIAN = 3;

/** @public */
export const insightsIntervalSchema = z.enum(['month', 'quarter']);

/** @public */
export type InsightsInterval = z.infer<typeof insightsIntervalSchema>;

/**
 * A duration of a postmortem: from the start of the incident until it was detected, mitigated or
 * resolved, or from its resolution until the first publication.
 *
 * @public
 */
export const durationKindSchema = z.enum([
  'detect',
  'mitigate',
  'resolve',
  'publish',
]);

/** @public */
export type DurationKind = z.infer<typeof durationKindSchema>;

const count = () => z.int().min(0);
const rate = () => z.number().min(0).max(1).optional();

const rangeFields = {
  startedAfter: timestampSchema,
  startedBefore: timestampSchema,
} satisfies Fields<InsightsRange>;

/** @public */
export const insightsRangeSchema = objectSchema<InsightsRange>(
  z.object(rangeFields),
);

/**
 * A span of time. `startedAfter` is included, `startedBefore` is not, as in filters.
 *
 * @public
 */
export interface InsightsRange {
  startedAfter: string;
  startedBefore: string;
}

const periodFields = {
  ...rangeFields,
  period: z.string().describe('A month such as 2026-03 or a quarter: 2026-Q1'),
} satisfies Fields<InsightsPeriod>;

/** A month or quarter in UTC, or the part of it that is in the range. @public */
export interface InsightsPeriod extends InsightsRange {
  period: string;
}

const spreadFields = {
  n: count(),
  median: z.number().optional().describe('Only if n is 3 or more'),
  p90: z.number().optional().describe('90th percentile, if n is 3 or more'),
  values: z.array(z.number()).describe('The values, if n is less than 3'),
} satisfies Fields<Spread>;

/** @public */
export const spreadSchema = objectSchema<Spread>(z.object(spreadFields));

/**
 * The median and the 90th percentile of `n` values, interpolated linearly between the closest
 * ranks. For fewer than three values, they say little, so `values` contains the values instead, in
 * order.
 *
 * @public
 */
export interface Spread {
  n: number;
  median?: number;
  p90?: number;
  values: number[];
}

/** @public */
export const durationInsightSchema = objectSchema<DurationInsight>(
  z.object({
    kind: durationKindSchema,
    ...spreadFields,
    leftOut: count().describe('Postmortems without one of the two times'),
    previous: spreadSchema.describe('In the range before'),
    buckets: z.array(
      z.object({
        atLeast: count().describe('Minutes'),
        below: count()
          .optional()
          .describe('Minutes; missing for the last bucket'),
        n: count(),
      }),
    ),
    periods: z.array(z.object({ ...periodFields, ...spreadFields })),
  } satisfies Fields<DurationInsight>),
);

/**
 * The values of one duration, in minutes: in the range, in the previous range, by bucket, and by
 * period.
 *
 * @public
 */
export interface DurationInsight extends Spread {
  kind: DurationKind;
  leftOut: number;
  previous: Spread;
  buckets: { atLeast: number; below?: number; n: number }[];
  periods: (InsightsPeriod & Spread)[];
}

const onTimeFields = {
  met: count(),
  late: count(),
  overdue: count(),
  due: count().describe('The denominator: met + late + overdue'),
  rate: rate().describe('Missing if nothing was due'),
} satisfies Fields<OnTimeFigures>;

/**
 * The on-time rate: met / (met + late + overdue), undefined if nothing was due.
 *
 * @public
 */
export interface OnTimeFigures {
  met: number;
  late: number;
  overdue: number;
  due: number;
  rate?: number;
}

const mentionFields = {
  id: postmortemIdSchema,
  title: z.string(),
  startedAt: timestampSchema,
} satisfies Fields<PostmortemMention>;

/** The id, title and start of a postmortem. @public */
export interface PostmortemMention {
  id: string;
  title: string;
  startedAt: string;
}

/**
 * Whether the P0 and P1 action items of the earlier postmortem were done when the later incident
 * started: `open` if one was committed and not closed, `done` if all that were committed were
 * closed, `none` if none was committed.
 *
 * @public
 */
export const struckAgainWorkSchema = z.enum(['open', 'done', 'none']);

/** @public */
export type StruckAgainWork = z.infer<typeof struckAgainWorkSchema>;

/** @public */
export const struckAgainSchema = objectSchema<StruckAgain>(
  z.object({
    earlier: z.object(mentionFields),
    later: z.object(mentionFields),
    work: struckAgainWorkSchema,
    entityRefs: z.array(entityRefSchema).describe('Entities that both affect'),
    factors: z.array(z.string()).describe('Contributing factors of both'),
    categories: z
      .array(contributingFactorCategorySchema)
      .describe('Categories of contributing factors of both, without "other"'),
  } satisfies Fields<StruckAgain>),
);

/**
 * Two postmortems whose incidents started within 365 days and share an affected entity and a
 * contributing factor, by title or category.
 *
 * @public
 */
export interface StruckAgain {
  earlier: PostmortemMention;
  later: PostmortemMention;
  work: StruckAgainWork;
  entityRefs: string[];
  factors: string[];
  categories: ContributingFactorCategory[];
}

const truncated = () =>
  z.boolean().describe('Whether there are more than returned');

/** A list of groups. `truncated` if there are more than the limit. @public */
export interface InsightsGroups<T> {
  groups: T[];
  truncated: boolean;
}

function groupsSchema<T>(group: z.core.$ZodType<T, T>) {
  return z.object({
    groups: z.array(group),
    truncated: truncated(),
  } satisfies Fields<InsightsGroups<T>>);
}

/** How many postmortems of a group were false alarms. @public */
export interface FalseAlarmGroup {
  key: string;
  n: number;
  falseAlarms: number;
}

const falseAlarmGroup = z.object({
  key: z.string().describe('Entity, or source ("none" without a source)'),
  n: count(),
  falseAlarms: count(),
} satisfies Fields<FalseAlarmGroup>);

const keyedCount = z.object({ key: z.string(), n: count() });

/** @public */
export const insightsSchema = objectSchema<Insights>(
  z.object({
    interval: insightsIntervalSchema,
    range: insightsRangeSchema,
    previousRange: insightsRangeSchema.describe(
      'The range of the same length just before',
    ),
    incidents: z.object({
      n: count(),
      previous: count(),
      periods: z.array(
        z.object({
          ...periodFields,
          n: count(),
          severities: z.record(z.string(), count()),
        }),
      ),
      severities: z
        .array(z.string())
        .describe('Governing severities that occur, highest first'),
    }),
    durations: z.array(durationInsightSchema),
    onTime: z.object({
      ...onTimeFields,
      previous: z.object(onTimeFields),
      quarters: z.array(z.object({ ...periodFields, ...onTimeFields })),
    }),
    factors: groupsSchema(z.object({ title: z.string(), n: count() })).describe(
      'In two or more postmortems',
    ),
    categories: z
      .array(
        z.object({ category: contributingFactorCategorySchema, n: count() }),
      )
      .describe('In two or more postmortems'),
    entities: groupsSchema(
      z.object({
        entityRef: entityRefSchema,
        n: count(),
        minutesInIncident: z
          .number()
          .min(0)
          .describe('Overlapping incidents count once'),
      }),
    ).describe('With two or more incidents'),
    struckAgain: z.object({
      n: count(),
      work: z.record(struckAgainWorkSchema, count()),
      pairs: z.array(struckAgainSchema).describe('Newest first'),
      truncated: truncated(),
      searchedNewest: z
        .int()
        .optional()
        .describe(
          'Set if there are too many postmortems to compare: how many of the newest were compared',
        ),
    }),
    actionItems: z.object({
      months: z.array(
        z.object({
          ...periodFields,
          opened: count(),
          done: count(),
          declined: count(),
        }),
      ),
      open: z
        .object({ ...spreadFields, oldest: z.number().min(0).optional() })
        .describe('Days since the commitment of the items that are open now'),
      onTime: z.object({
        onTime: count(),
        late: count(),
        overdue: count(),
        due: count().describe('The denominator: onTime + late + overdue'),
        rate: rate(),
      }),
    }),
    falseAlarms: z.object({
      n: count(),
      falseAlarms: count(),
      rate: rate(),
      entities: groupsSchema(falseAlarmGroup),
      sources: groupsSchema(falseAlarmGroup),
    }),
    uncovered: z
      .object({
        n: count(),
        teams: groupsSchema(keyedCount),
        severities: z.array(keyedCount),
      })
      .optional()
      .describe(
        'Incidents that need a postmortem and have none. Missing with a filter by label or outcome, which they do not have',
      ),
    beside: z.object({
      imported: count().describe(
        'Unconfirmed publications from imports, which no rate includes',
      ),
      deleted: count(),
      byException: count(),
      createdByPerson: count(),
      unresolved: count(),
    }),
  } satisfies Fields<Insights>),
);

/**
 * What incidents and postmortems in a range of time have in common, and how that changes. Counts
 * only what the caller can see. `docs/insights.md` defines each number.
 *
 * @public
 */
export interface Insights {
  interval: InsightsInterval;
  range: InsightsRange;
  previousRange: InsightsRange;
  incidents: {
    n: number;
    previous: number;
    periods: (InsightsPeriod & {
      n: number;
      severities: Record<string, number>;
    })[];
    severities: string[];
  };
  durations: DurationInsight[];
  onTime: OnTimeFigures & {
    previous: OnTimeFigures;
    quarters: (InsightsPeriod & OnTimeFigures)[];
  };
  factors: InsightsGroups<{ title: string; n: number }>;
  categories: { category: ContributingFactorCategory; n: number }[];
  entities: InsightsGroups<{
    entityRef: string;
    n: number;
    minutesInIncident: number;
  }>;
  struckAgain: {
    n: number;
    work: Record<StruckAgainWork, number>;
    pairs: StruckAgain[];
    truncated: boolean;
    searchedNewest?: number;
  };
  actionItems: {
    months: (InsightsPeriod & {
      opened: number;
      done: number;
      declined: number;
    })[];
    open: Spread & { oldest?: number };
    onTime: {
      onTime: number;
      late: number;
      overdue: number;
      due: number;
      rate?: number;
    };
  };
  falseAlarms: {
    n: number;
    falseAlarms: number;
    rate?: number;
    entities: InsightsGroups<FalseAlarmGroup>;
    sources: InsightsGroups<FalseAlarmGroup>;
  };
  uncovered?: {
    n: number;
    teams: InsightsGroups<{ key: string; n: number }>;
    severities: { key: string; n: number }[];
  };
  beside: {
    imported: number;
    deleted: number;
    byException: number;
    createdByPerson: number;
    unresolved: number;
  };
}
