import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { complianceRate } from 'backstage-plugin-postmortems-common';
import type {
  ListedActionItem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Stands for "never", because a check cannot compare a missing number. */
const NEVER_DAYS = 9_999;

export const FACT_SCHEMA = {
  onTimeRate: {
    type: 'float',
    description:
      'Share of due postmortems that were completed on time, from 0 to 1; 1 if none was due',
  },
  duePostmortems: {
    type: 'integer',
    description: 'Postmortems that count in the share of those on time',
  },
  overduePostmortems: {
    type: 'integer',
    description: 'Postmortems that are overdue now',
  },
  overdueActionItems: {
    type: 'integer',
    description: 'Action items that are overdue now',
  },
  daysSinceSevereIncident: {
    type: 'integer',
    description: `Days since the last incident with the highest severity that was no false alarm; ${NEVER_DAYS} if there was none`,
  },
  repeatedFactors: {
    type: 'integer',
    description:
      'Contributing factors of more than one incident in the last 365 days',
  },
} as const satisfies FactRetriever['schema'];

export type Facts = Record<keyof typeof FACT_SCHEMA, number>;

/** What is known about one entity. */
interface Known {
  counts: { met: number; late: number; overdue: number };
  overdueActionItems: number;
  severeAt?: number;
  /** Ids of the postmortems of the last 365 days. */
  recent: string[];
}

/**
 * Collects facts about entities from postmortems and action items. Restricted ones don't count,
 * because everyone can read facts.
 */
export class FactCollection {
  readonly #known = new Map<string, Known>();
  readonly #factors = new Map<string, string[]>();
  readonly #mostSevere: string;
  readonly #now: number;

  constructor(options: { mostSevere: string; now: Date }) {
    this.#mostSevere = options.mostSevere;
    this.#now = options.now.getTime();
  }

  addPostmortem(postmortem: PostmortemSummary): void {
    if (postmortem.visibility !== 'internal') return;
    const startedAt = Date.parse(postmortem.startedAt);
    const isSevere =
      postmortem.governingSeverity === this.#mostSevere &&
      postmortem.outcome === 'incident';
    for (const known of this.#of(postmortem.entityRefs)) {
      const { complianceStatus } = postmortem;
      if (complianceStatus in known.counts) {
        known.counts[complianceStatus as keyof Known['counts']] += 1;
      }
      if (isSevere) {
        known.severeAt = Math.max(known.severeAt ?? startedAt, startedAt);
      }
      if (this.#now - startedAt <= 365 * DAY_MS) {
        known.recent.push(postmortem.id);
      }
    }
  }

  addOverdueActionItem({ postmortem }: ListedActionItem): void {
    if (postmortem.visibility !== 'internal') return;
    for (const known of this.#of(postmortem.entityRefs)) {
      known.overdueActionItems += 1;
    }
  }

  /** Postmortems whose factors decide whether some were repeated. */
  neededFactors(): string[] {
    const ids = [...this.#known.values()]
      .filter(({ recent }) => recent.length > 1)
      .flatMap(({ recent }) => recent);
    return [...new Set(ids)];
  }

  addFactors(postmortemId: string, titles: string[]): void {
    this.#factors.set(postmortemId, [...new Set(titles.map(keyOf))]);
  }

  factsOf(entityRef: string): Facts {
    const { counts, overdueActionItems, severeAt, recent } =
      this.#known.get(entityRef) ?? nothing();
    const { due, rate = 1 } = complianceRate(counts);
    return {
      onTimeRate: rate,
      duePostmortems: due,
      overduePostmortems: counts.overdue,
      overdueActionItems,
      daysSinceSevereIncident:
        severeAt === undefined
          ? NEVER_DAYS
          : Math.max(Math.floor((this.#now - severeAt) / DAY_MS), 0),
      repeatedFactors: repeated(
        recent.flatMap(id => this.#factors.get(id) ?? []),
      ),
    };
  }

  #of(entityRefs: string[]): Known[] {
    return entityRefs.map(ref => {
      const known = this.#known.get(ref) ?? nothing();
      this.#known.set(ref, known);
      return known;
    });
  }
}

function nothing(): Known {
  return {
    counts: { met: 0, late: 0, overdue: 0 },
    overdueActionItems: 0,
    recent: [],
  };
}

/** Titles that differ only in case, accents or spaces name the same factor, as in insights. */
function keyOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .toLocaleLowerCase('en');
}

/** How many values occur more than once. */
function repeated(values: string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter(count => count > 1).length;
}
