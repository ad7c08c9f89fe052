import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  ComplianceExceptionListItem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../FakeSource';
import { ENTITIES, startPortal } from '../harness';
import type { TestPolicy, TestPortal } from '../harness';
import type { ModelledPostmortem } from './model';

/** Five people: the process owner, engineers, a lead of another team, and a guest. */
export const PEOPLE = ['ann', 'ben', 'cyn', 'dan', 'eve'] as const;
export type Person = (typeof PEOPLE)[number];

/** Denied permissions of the guest and the engineers. The others may do everything. */
const DENIED: Record<Person, string[]> = {
  ann: [],
  ben: ['postmortem.waive', 'postmortem.delete', 'postmortem.redact'],
  cyn: ['postmortem.import', 'postmortem.delete'],
  dan: [
    'postmortem.update',
    'postmortem.publish',
    'postmortem.waive',
    'postmortem.redact',
  ],
  eve: ['postmortem.publish'],
};

const GROUPS: Record<string, string[]> = {
  ann: ['group:default/checkout'],
  ben: ['group:default/checkout'],
  cyn: ['group:default/platform'],
};

const POLICY: TestPolicy = (permission, claims) => {
  const [, name] = claims[0].split('/');
  return {
    result: DENIED[name as Person]?.includes(permission.name)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  };
};

/**
 * More time for incidents before 10 March, then more for SEV-1 than for SEV-2, so that moving a
 * start or raising a severity can pay off.
 */
const POLICIES = [
  {
    rules: [
      { severity: 'SEV-1', due: { calendarDays: 10 } },
      { severity: 'SEV-2', due: { calendarDays: 8 } },
    ],
  },
  {
    effectiveFrom: '2026-03-10',
    rules: [
      { severity: 'SEV-1', due: { businessDays: 5 } },
      { severity: 'SEV-2', due: { calendarDays: 3 } },
    ],
  },
];

/** A snapshot of everything visible. */
export interface View {
  now: number;
  postmortems: Map<string, PostmortemSummary>;
  exceptions: ComplianceExceptionListItem[];
}

/** The last state of a removed postmortem. */
export interface Retired {
  model: ModelledPostmortem;
  summary: PostmortemSummary;
}

/** A portal, with the model of its postmortems and the incidents of its source. */
export interface World {
  portal: TestPortal;
  knex: Knex;
  models: Map<string, ModelledPostmortem>;
  /** Deleted and merged postmortems. */
  retired: Map<string, Retired>;
  /** Successors of removed postmortems. */
  successors: Map<string, string>;
  /** The postmortem of each script. */
  subjects: Map<number, string>;
  /** The highest severity that the source reported, by incident. */
  incidentPeaks: Map<string, number>;
  /** Makes words, deliveries and imports unique in a run. */
  counter: number;
}

export async function startWorld(knex: Knex): Promise<World> {
  const portal = await startPortal({
    knex,
    policy: POLICY,
    groups: GROUPS,
    config: {
      postmortems: { review: { approvals: 1 }, policies: POLICIES },
    },
    features: [withSource(new FakeSource())],
  });
  setTimeZone(portal, undefined);
  return {
    portal,
    knex,
    models: new Map(),
    retired: new Map(),
    successors: new Map(),
    subjects: new Map(),
    incidentPeaks: new Map(),
    counter: 0,
  };
}

/** Sets the time zone of the team, or removes it. */
export function setTimeZone(
  { catalog }: Pick<TestPortal, 'catalog'>,
  zone: string | undefined,
): void {
  catalog.entities = [
    ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: 'checkout',
        namespace: 'default',
        ...(zone && { annotations: { 'postmortems/time-zone': zone } }),
      },
    },
    ...PEOPLE.map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name, namespace: 'default' },
    })),
  ];
}

const TABLES = [
  'incident_deliveries',
  'incidents',
  'deleted_postmortems',
  'postmortems',
];

/** Clears everything for the next run. */
export async function clearWorld(world: World, start: Date): Promise<void> {
  for (const table of TABLES) await world.knex(table).delete();
  world.models.clear();
  world.retired.clear();
  world.successors.clear();
  world.subjects.clear();
  setTimeZone(world.portal, undefined);
  world.incidentPeaks.clear();
  world.portal.clock.now = start;
}

export async function look({ portal }: World): Promise<View> {
  const [list, exceptions] = await Promise.all([
    portal.asService.listPostmortems({ query: { limit: 100 } }),
    portal.asService.listComplianceExceptions({ query: { limit: 100 } }),
  ]);
  if (list.pageInfo.nextCursor || exceptions.pageInfo.nextCursor) {
    throw new Error('There is more than one page of what has to be seen');
  }
  return {
    now: portal.clock.now.getTime(),
    postmortems: new Map(list.items.map(item => [item.id, item])),
    exceptions: exceptions.items,
  };
}
