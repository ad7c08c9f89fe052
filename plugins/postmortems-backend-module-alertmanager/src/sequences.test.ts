import type {
  GroupIncident,
  IncidentChange,
} from 'backstage-plugin-postmortems-node';
import fc from 'fast-check';
import { AlertmanagerSource } from './AlertmanagerSource';

const MINUTE = 60_000;
const NEW_AFTER = 240 * MINUTE;
const START = Date.parse('2026-08-01T00:00:00Z');
const RUNS = 1_500;

const source = new AlertmanagerSource({
  secrets: ['secret'],
  clock: () => new Date(),
  signatureHeader: 'x-signature',
  match: { severity: ['critical'] },
  newAfterMs: NEW_AFTER,
  severityLabel: 'severity',
  serviceLabels: ['service'],
});

type Step =
  | { what: 'fire' | 'end' | 'mute' | 'unmute'; alert: number }
  | { what: 'lose' }
  | { what: 'enter'; ago: number }
  | { what: 'nothing' };

/** Steps, each with the minutes until the next. */
const steps = fc.array(
  fc.tuple(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          what: fc.constantFrom('fire', 'end', 'mute', 'unmute'),
          alert: fc.integer({ min: 0, max: 3 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ what: fc.constant('lose') }) },
      {
        weight: 1,
        arbitrary: fc.record({
          what: fc.constant('enter'),
          ago: fc.integer({ min: 0, max: 300 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ what: fc.constant('nothing') }) },
    ) as fc.Arbitrary<Step>,
    fc.constantFrom(1, 10, 60, 239, 241, 600, 100_000),
  ),
  { minLength: 2, maxLength: 30 },
);

interface SentAlert {
  status: 'firing' | 'resolved';
  labels: Record<string, string>;
  startsAt: string;
  endsAt?: string;
}

const iso = (time: number) => new Date(time).toISOString();

/** The notifications of a group whose alerts fire, end and are muted. */
function deliveriesOf(sequence: [Step, number][]) {
  const alerts = new Map<
    number,
    { start: number; end?: number; isTold: boolean; isMuted: boolean }
  >();
  const sent: {
    at: number;
    isLost: boolean;
    enteredEnd?: number;
    alerts: SentAlert[];
  }[] = [];
  let now = START;
  for (const [step, minutes] of sequence) {
    let isLost = false;
    let enteredEnd: number | undefined;
    if (step.what === 'lose') isLost = true;
    else if (step.what === 'enter') enteredEnd = now - step.ago * MINUTE;
    else if (step.what !== 'nothing') {
      const alert = alerts.get(step.alert);
      if (step.what === 'fire' && (!alert || alert.end !== undefined)) {
        alerts.set(step.alert, {
          start: now,
          isTold: false,
          isMuted: alert?.isMuted ?? false,
        });
      } else if (alert && step.what === 'end') {
        alert.end ??= now;
      } else if (alert && step.what === 'mute') {
        alert.isMuted = true;
      } else if (alert && step.what === 'unmute') {
        alert.isMuted = false;
      }
    }
    // The ends that a lost notification reports are lost too.
    const listed = [...alerts].filter(
      ([, { isMuted, isTold, end }]) =>
        !isMuted && (end === undefined || isTold),
    );
    sent.push({
      at: now,
      isLost,
      enteredEnd,
      alerts: listed.map(([name, { start, end }]) => ({
        status: end === undefined ? 'firing' : 'resolved',
        labels: {
          severity: 'critical',
          service: `${name} since ${iso(start)}`,
        },
        startsAt: iso(start),
        endsAt: end === undefined ? undefined : iso(end),
      })),
    });
    for (const [name, alert] of listed) {
      if (alert.end === undefined) alert.isTold = true;
      else alerts.delete(name);
    }
    now += minutes * MINUTE;
  }
  return sent.filter(each => each.alerts.length > 0 || each.enteredEnd);
}

/** A stored incident, and whether its end was noted as lost. */
interface Known extends GroupIncident {
  isLost: boolean;
}

/** The stored state of the group, as in the backend. */
class Group {
  readonly #changes = new Map<string, IncidentChange[]>();
  readonly #entered = new Map<string, string>();

  /** Newest first. */
  incidents(): Known[] {
    return [...this.#changes]
      .map(([incident, changes]) => {
        const facts = changes
          .filter(({ kind }) => kind !== 'note')
          .sort((a, b) => (a.at + a.key < b.at + b.key ? -1 : 1));
        const times = facts
          .filter(change => change.kind === 'times-changed')
          .at(-1);
        return {
          incident,
          declaredAt: facts.find(({ kind }) => kind === 'declared')!.at,
          lastChangeAt: facts.at(-1)!.at,
          resolvedAt: times?.resolvedAt,
          enteredResolvedAt: this.#entered.get(incident),
          isLost: changes.some(({ kind }) => kind === 'note'),
        };
      })
      .sort((a, b) => (a.declaredAt < b.declaredAt ? 1 : -1));
  }

  enter(end: number) {
    const [latest] = this.incidents();
    if (latest && end > Date.parse(latest.declaredAt)) {
      this.#entered.set(latest.incident, iso(end));
    }
  }

  /** @returns the alerts of each incident in the notification */
  async tell(at: number, alerts: SentAlert[]) {
    const body = {
      groupKey: '{}/b1',
      status: alerts.some(isFiring) ? 'firing' : 'resolved',
      alerts,
    };
    const { changes } = await source.parse(
      { body: Buffer.from(JSON.stringify(body)), receivedAt: new Date(at) },
      {
        signal: new AbortController().signal,
        incidentsOf: async () => this.incidents(),
        severityOf: () => undefined,
      },
    );
    for (const change of changes) {
      const of = this.#changes.get(change.incident) ?? [];
      if (!of.some(({ key }) => key === change.key)) of.push(change);
      this.#changes.set(change.incident, of);
    }
    return new Map(
      changes.flatMap(change =>
        change.kind === 'services-changed'
          ? [
              [
                change.incident,
                alerts.filter(({ labels }) =>
                  change.services.some(({ id }) => id === labels.service),
                ),
              ] as const,
            ]
          : [],
      ),
    );
  }
}

function isFiring({ status }: SentAlert) {
  return status === 'firing';
}

/** A period in which an alert is known to have fired. */
interface Evidence {
  from: number;
  to: number;
}

const ms = (time: string) => Date.parse(time);
const quietSince = (known: Known) =>
  ms(known.enteredResolvedAt ?? known.resolvedAt ?? known.lastChangeAt);

/** Sends a sequence, and inspects the result of every notification that arrives. */
async function send(
  sequence: [Step, number][],
  look: (told: {
    before: Known[];
    after: Known[];
    at: number;
    alerts: SentAlert[];
    placed: Map<string, SentAlert[]>;
    evidence: Map<string, Evidence[]>;
  }) => void,
): Promise<Known[]> {
  const group = new Group();
  const evidence = new Map<string, Evidence[]>();
  for (const { at, isLost, enteredEnd, alerts } of deliveriesOf(sequence)) {
    if (enteredEnd !== undefined) group.enter(enteredEnd);
    if (isLost || alerts.length === 0) continue;
    const before = group.incidents();
    const placed = await group.tell(at, alerts);
    const after = group.incidents();
    for (const [incident, own] of placed) {
      const known = evidence.get(incident) ?? [];
      evidence.set(incident, known);
      for (const { startsAt, endsAt } of own) {
        known.push({ from: ms(startsAt), to: endsAt ? ms(endsAt) : at });
      }
    }
    look({ before, after, at, alerts, placed, evidence });
    // Alertmanager repeats notifications, and deliveries are retried after a crash.
    expect(await group.tell(at, alerts)).toEqual(placed);
    expect(group.incidents()).toEqual(after);
  }
  return group.incidents();
}

const always = (
  holds: (sequence: [Step, number][]) => Promise<void>,
): Promise<void> =>
  fc.assert(fc.asyncProperty(steps, holds), { numRuns: RUNS });

describe('For any sequence of firing, resolved, lost and muted alerts', () => {
  it('no alert that fires after an end joins the incident that ended', () =>
    always(async sequence => {
      await send(sequence, ({ after, placed, evidence }) => {
        for (const incident of after) {
          const own = placed.get(incident.incident);
          if (!own) continue;
          const { enteredResolvedAt: entered } = incident;
          const over = entered ? ms(entered) + NEW_AFTER : Infinity;
          for (const { startsAt } of own) {
            expect(ms(startsAt)).toBeLessThanOrEqual(over);
          }
          // Its known alerts leave no quiet period longer than allowed.
          let firedUntil = ms(entered ?? incident.declaredAt);
          const known = evidence.get(incident.incident)!;
          for (const { from, to } of known.sort((a, b) => a.from - b.from)) {
            expect(from).toBeLessThanOrEqual(firedUntil + NEW_AFTER);
            firedUntil = Math.max(firedUntil, to);
          }
        }
      });
    }));

  it('every alert belongs to one incident, and all firing ones to the same', () =>
    always(async sequence => {
      await send(sequence, ({ after, at, alerts, placed }) => {
        const all = [...placed.values()].flat();
        expect(all).toHaveLength(alerts.length);
        expect(new Set(all)).toEqual(new Set(alerts));
        const open = [...placed].filter(([, own]) => own.some(isFiring));
        expect(open.length).toBe(alerts.some(isFiring) ? 1 : 0);
        for (const [incident] of open) {
          const [latest] = after.filter(each => ms(each.declaredAt) <= at);
          expect(incident).toBe(latest.incident);
        }
      });
    }));

  it('no moment of firing belongs to two incidents', () =>
    always(async sequence => {
      const incidents = (await send(sequence, () => {})).reverse();
      for (const [index, incident] of incidents.slice(0, -1).entries()) {
        expect(quietSince(incident)).toBeLessThan(
          ms(incidents[index + 1].declaredAt),
        );
      }
    }));

  it('no incident begins before the one before it has been quiet', () =>
    always(async sequence => {
      await send(sequence, ({ before, after }) => {
        const isNew = ({ incident }: Known) =>
          !before.some(each => each.incident === incident);
        for (const incident of after.filter(isNew)) {
          const [previous] = before.filter(
            each => each.declaredAt < incident.declaredAt,
          );
          if (!previous) continue;
          expect(ms(incident.declaredAt)).toBeGreaterThan(
            quietSince(previous) + NEW_AFTER,
          );
          const isOver = previous.resolvedAt ?? previous.enteredResolvedAt;
          const now = after.find(each => each.incident === previous.incident)!;
          expect(now.isLost).toBe(!isOver && !now.resolvedAt);
        }
      });
    }));
});
