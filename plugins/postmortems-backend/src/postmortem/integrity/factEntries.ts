import { DATED_FACTS } from '../PostmortemRecord';
import type {
  FactEntries,
  PostmortemFacts,
  PostmortemRecord,
} from '../PostmortemRecord';
import type { JudgedChange } from './justification';

/**
 * When each fact that affects the deadline was first entered, after a change. If the source or
 * someone independent removed a time, entering it again counts as a first entry. If anyone else
 * removes a time and enters it again, no new correction period starts. A merge doesn't start one
 * either: the earlier entry of the two sides counts.
 */
export function factEntriesAfter(
  before: PostmortemRecord,
  after: PostmortemFacts,
  { at, because }: Pick<JudgedChange, 'because'> & { at: string },
): FactEntries {
  const entries = { ...before.factEntries };
  const others = because?.by === 'exception' ? because.entered : undefined;
  for (const fact of DATED_FACTS) {
    if (after[fact] === undefined) {
      const byOthers = because?.by === 'source' || because?.by === 'exception';
      if (byOthers && before[fact] !== undefined) delete entries[fact];
    } else if (before[fact] === undefined) {
      entries[fact] ??= at;
    }
    const other = others?.[fact];
    const own = entries[fact] ?? (before[fact] && before.createdAt);
    if (other && !(own && own < other)) entries[fact] = other;
  }
  return entries;
}

/**
 * When each fact was first entered, even if it was removed later. Defaults to the creation time,
 * for postmortems from before this was recorded.
 */
export function knownEntries(postmortem: PostmortemRecord): FactEntries {
  const made = DATED_FACTS.filter(fact => postmortem[fact]).map(fact => [
    fact,
    postmortem.createdAt,
  ]);
  return { ...Object.fromEntries(made), ...postmortem.factEntries };
}
