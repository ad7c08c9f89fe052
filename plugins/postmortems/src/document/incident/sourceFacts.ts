import type {
  Postmortem,
  SourceFact,
} from 'backstage-plugin-postmortems-common';

/** Default values, which aren't worth showing. */
const USUAL: Partial<Record<SourceFact['field'], unknown>> = {
  outcome: 'incident',
  visibility: 'internal',
};

function saysSomething({ field, value }: SourceFact): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== USUAL[field];
}

/** Facts that are the same as in the source. Leaves out empty and default values. */
export function factsFromSource({ sourceFacts }: Postmortem): SourceFact[] {
  return sourceFacts.filter(
    fact => fact.state === 'same' && saysSomething(fact),
  );
}

/** Facts that are no longer the same as in the source. */
export function factsChangedHere({ sourceFacts }: Postmortem): SourceFact[] {
  return sourceFacts.filter(({ state }) => state !== 'same');
}

/** Facts that need a decision. */
export function factsToChoose({ sourceFacts }: Postmortem): SourceFact[] {
  return sourceFacts.filter(({ state }) => state === 'differs');
}
