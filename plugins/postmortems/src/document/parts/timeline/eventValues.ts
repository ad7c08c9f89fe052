import type {
  TimelineEvent,
  TimelineEventKind,
} from 'backstage-plugin-postmortems-common';

/** Form values for a timeline event. */
export interface EventValues {
  occurredAt?: string;
  kind: TimelineEventKind;
  text: string;
  url: string;
}

/** Form values for an existing event. */
export function valuesOfEvent(event: TimelineEvent): EventValues {
  return {
    occurredAt: event.occurredAt,
    kind: event.kind,
    text: event.text,
    url: event.link?.url ?? '',
  };
}

/** Initial form values for the next event, with the previous one's time. */
export function valuesOfNext(occurredAt: string): EventValues {
  return { occurredAt, kind: 'note', text: '', url: '' };
}

/** The link entered in the form. Keeps the title if the URL is unchanged. */
export function linkOf(values: EventValues, event?: TimelineEvent) {
  const url = values.url.trim();
  if (!url) return undefined;
  return url === event?.link?.url ? event.link : { url };
}
