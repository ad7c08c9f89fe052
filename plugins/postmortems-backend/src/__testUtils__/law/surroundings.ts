import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import { deliver, settled } from '../incidents';
import type { Operation } from './law';
import { Refused, choose, rankOf, severityOf } from './step';
import type { Play, Step } from './step';
import { setTimeZone } from './world';

const HOUR = 3_600_000;

function aChange(
  incident: string,
  at: string,
  change: object,
  serial: number,
): IncidentChange {
  return {
    incident,
    key: `${incident}-${serial}`,
    at,
    ...change,
  } as IncidentChange;
}

/** The incident of the move's postmortem, or any. */
function incidentOf({ world, it, move }: Step): string | undefined {
  const own = it?.incidents[0]?.key;
  return own ?? choose([...world.incidentPeaks.keys()], move.target);
}

/** Sends a change of an incident, and waits until it is processed. */
async function tell(step: Step, change: object): Promise<Partial<Operation>> {
  const { world, ago } = step;
  const incident = incidentOf(step);
  if (!incident) throw new Refused();
  const serial = (world.counter += 1);
  await deliver(world.portal, [aChange(incident, ago(0), change, serial)], {
    delivery: `reported ${serial}`,
  });
  await settled(world.knex, world.portal);
  return { fromSource: true };
}

/** Events around people: incidents, catalog, tasks and time. */
export const surroundings = {
  'source-declares': async ({ world, move, ago }) => {
    const incident = `INC-${(world.counter += 1)}`;
    const severity = severityOf(move);
    const at = ago(Math.abs(move.hours));
    const changes = [
      { kind: 'declared' },
      { kind: 'described', title: `${incident} is down` },
      { kind: 'severity-changed', severity },
      { kind: 'services-changed', services: [{ id: 'checkout-api' }] },
      ...(move.hours % 2 === 0 ? [{ kind: 'resolved' }] : []),
    ].map(change => aChange(incident, at, change, (world.counter += 1)));
    await deliver(world.portal, changes, { delivery: `declared ${incident}` });
    await settled(world.knex, world.portal);
    world.incidentPeaks.set(incident, rankOf(severity));
    return { fromSource: true };
  },

  'source-resolves': step => tell(step, { kind: 'resolved' }),

  'source-reopens': step => tell(step, { kind: 'reopened' }),

  'source-hides': step =>
    tell(step, { kind: 'described', private: step.move.pick % 2 === 0 }),

  'source-merges': step => {
    const incidents = [...step.world.incidentPeaks.keys()];
    const into = choose(incidents, step.move.target + 1);
    return tell(step, { kind: 'merged', into });
  },

  'source-severity': async step => {
    const { world, move } = step;
    const severity = severityOf(move);
    const incident = incidentOf(step);
    const operation = await tell(step, { kind: 'severity-changed', severity });
    const peak = incident && world.incidentPeaks.get(incident);
    if (peak) {
      world.incidentPeaks.set(incident, Math.min(peak, rankOf(severity)));
    }
    return operation;
  },

  'change-calendar': async ({ world, move }) => {
    const zone = move.pick % 3 === 0 ? undefined : 'Pacific/Pago_Pago';
    setTimeZone(world.portal, zone);
    await world.portal.runTask('refresh-owning-teams');
  },

  wait: async ({ world, move }) => {
    const { portal } = world;
    const ahead = (1 + Math.abs(move.hours)) * HOUR;
    portal.clock.now = new Date(portal.clock.now.getTime() + ahead);
  },

  purge: async ({ world, move }) => {
    if (move.pick === 0) {
      const { clock } = world.portal;
      clock.now = new Date(clock.now.getTime() + 91 * 24 * HOUR);
    }
    await world.portal.runTask('purge-deleted');
  },

  'refresh-teams': async ({ world }) => {
    await world.portal.runTask('refresh-owning-teams');
  },
} satisfies Record<string, Play>;
