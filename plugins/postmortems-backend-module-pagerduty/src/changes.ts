import type {
  SourcePerson,
  UnkeyedChange,
} from 'backstage-plugin-postmortems-node';
import { bySecond } from './snapshot';

/** An event's time, incident and author. */
export interface EventContext {
  incident: string;
  at: string;
  by?: SourcePerson;
}

export function milestone(
  { incident, at, by }: EventContext,
  kind: 'acknowledged' | 'resolved' | 'reopened',
): UnkeyedChange[] {
  return [{ kind, incident, at: bySecond(at), by }];
}

/** A timeline event, if there is text for one. */
export function note(
  { incident, at, by }: EventContext,
  text: string | undefined,
  timelineKind?: 'communication',
): UnkeyedChange[] {
  if (!text) return [];
  return [{ kind: 'note', incident, at: bySecond(at), text, by, timelineKind }];
}

export function responders(
  { incident, at }: EventContext,
  people: (SourcePerson | undefined)[],
): UnkeyedChange[] {
  return people.flatMap(person =>
    person
      ? [{ kind: 'person-assigned', incident, at, person, role: 'responder' }]
      : [],
  );
}
