import type { Knex } from 'knex';

/** What a generated postmortem says. */
export interface GeneratedText {
  id: number;
  title: string;
  summary: string;
  factor: string;
}

const SYMPTOMS =
  `slow unavailable degraded unreachable failing stalled flapping rejecting timeouts errors
  crashing delayed`.split(/\s+/);
const SUBJECTS =
  `orders logins payments searches uploads reports emails sessions invoices exports builds
  dashboards webhooks refunds messages previews`.split(/\s+/);
/** Two of these say what went wrong. Each is in many postmortems. */
const MECHANISMS =
  `certificate expired deadlock failover replica quota throttling cache eviction dns resolver leak
  memory thread pool kernel upgrade firewall rule routing bgp partition quorum election clock drift
  migration schema index backfill retry storm backpressure queue overflow disk inode snapshot restore
  backup corruption checksum encoding regex backtracking parser locale timezone leap secret rotation
  token permission policy role autoscaling cordon drain evicted probe readiness sidecar mesh gateway
  header cookie compression payload serialization protobuf feature flag rollout canary rollback config
  typo default dependency registry mirror artifact license webhook signature replay duplicate
  idempotency cursor pagination sharding hotspot rebalancing compaction vacuum lock escalation pager
  alert threshold dashboard sampling cardinality`.split(/\s+/);
const FILLER =
  `traffic team noticed customers reported later morning region host deploy service increase reduced
  monitoring engineer restarted manual process partial recovered gradually impact window requests load
  normal peak review support affected small large several unusual known first second whole`.split(
    /\s+/,
  );

/**
 * Generates the text of every postmortem, and plants pairs that are the same kind of incident in
 * other words: they share what went wrong and either the service, a neighboring service or a
 * contributing factor.
 */
export function describePairs(options: {
  postmortems: number;
  entities: number;
  seed: number;
  pairs: number;
}): { texts: GeneratedText[]; planted: [number, number][] } {
  const { postmortems, entities, pairs } = options;
  const random = seeded(options.seed);
  const pick = (words: string[]) => words[Math.floor(random() * words.length)];
  const write = (id: number, [one, other]: string[], factor: string) => {
    const filler = Array.from({ length: 30 }, () => pick(FILLER));
    const inTitle = random() < 0.5;
    return {
      id,
      title: [pick(SUBJECTS), pick(SYMPTOMS), inTitle && one, inTitle && other]
        .filter(Boolean)
        .join(' '),
      summary: [...filler.slice(0, 15), one, ...filler.slice(15), other].join(
        ' ',
      ),
      factor,
    };
  };
  const mechanism = () => [pick(MECHANISMS), pick(MECHANISMS)];
  const aFactor = () => `${pick(MECHANISMS)} without ${pick(FILLER)}`;

  const texts = Array.from({ length: postmortems }, (_, index) =>
    write(index + 1, mechanism(), aFactor()),
  );
  const planted: [number, number][] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const one = 1 + pair;
    const rounds = entities * (2 + Math.floor(random() * 12));
    // The same service, the next one, or one that has nothing to do with it.
    const other = one + rounds + [0, 1, 9][pair % 3];
    const both = mechanism();
    const factor = aFactor();
    texts[one - 1] = write(one, both, factor);
    texts[other - 1] = write(other, both, pair % 3 === 2 ? factor : aFactor());
    planted.push([one, other]);
  }
  return { texts, planted };
}

/** Replaces the texts of postmortems that already exist, except in the search index. */
export async function restate(
  knex: Knex,
  texts: GeneratedText[],
): Promise<void> {
  await knex.transaction(async tx => {
    await tx('postmortem_contributing_factors').delete();
    for (const { id, title } of texts) {
      await tx('postmortems').where({ id }).update({ title });
    }
    await tx.batchInsert(
      'postmortem_contributing_factors',
      texts.map(({ id, factor }) => ({
        postmortem_id: id,
        title: factor,
        category: 'other',
        description: '',
        revision: 1,
      })),
      100,
    );
    await tx.batchInsert(
      'postmortem_sections',
      texts.map(({ id, summary }) => ({
        postmortem_id: id,
        section_key: 'summary',
        markdown: summary,
        revision: 1,
        updated_at: new Date(0),
        updated_by: 'user:default/alice',
      })),
      100,
    );
  });
}

/** A linear congruential generator: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
