import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { linkSchema } from '../kernel/link';
import type { Link } from '../kernel/link';
import {
  itemIdSchema,
  markdownSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';

/**
 * The kind of timeline event. Only determines its icon.
 *
 * @public
 */
export const timelineEventKindSchema = z.enum([
  'detection',
  'diagnosis',
  'action',
  'communication',
  'note',
]);

/** @public */
export type TimelineEventKind = z.infer<typeof timelineEventKindSchema>;

const fields = {
  occurredAt: timestampSchema,
  kind: timelineEventKindSchema,
  text: markdownSchema(LIMITS.itemMarkdown).refine(t => t.trim() !== '', {
    error: 'must not be empty',
  }),
  link: linkSchema.optional(),
};

/** @public */
export const timelineEventSchema = objectSchema<TimelineEvent>(
  z.object({
    id: itemIdSchema,
    ...fields,
    revision: revisionSchema,
  } satisfies Fields<TimelineEvent>),
);

/**
 * An event during the incident or the response.
 *
 * @public
 */
export interface TimelineEvent {
  id: string;
  occurredAt: string;
  kind: TimelineEventKind;
  text: string;
  link?: Link;
  revision: number;
}

/** @public */
export const createTimelineEventSchema = objectSchema<
  WithDefaults<CreateTimelineEvent, 'kind'>,
  CreateTimelineEvent
>(
  z.strictObject({
    ...fields,
    kind: fields.kind.default('note'),
    link: linkSchema.strict().optional(),
  } satisfies Fields<CreateTimelineEvent>),
);

/** Request body of `addTimelineEvent`. @public */
export interface CreateTimelineEvent {
  occurredAt: string;
  kind?: TimelineEventKind;
  text: string;
  link?: Link;
}

/** @public */
export const updateTimelineEventSchema = objectSchema<UpdateTimelineEvent>(
  z
    .strictObject({
      ...fields,
      link: linkSchema.strict().nullable(),
    } satisfies Fields<UpdateTimelineEvent>)
    .partial(),
);

/** Request body of `updateTimelineEvent`. @public */
export interface UpdateTimelineEvent {
  occurredAt?: string;
  kind?: TimelineEventKind;
  text?: string;
  link?: Link | null;
}
