import type { Part, PartKind, Weight } from './parts';

/** Score of a match in a part, by the part's weight. */
export const SCORES: Record<Weight, number> = { A: 1, B: 0.4, C: 0.2, D: 0.1 };

const OF_KIND: Record<PartKind, Weight> = {
  title: 'A',
  labels: 'A',
  facts: 'B',
  section: 'C',
  'timeline-event': 'C',
  'contributing-factor': 'C',
  'action-item': 'C',
  review: 'D',
  comment: 'D',
};

/**
 * How much a match in a part counts: titles and labels most, then the summary and facts, then other
 * texts, then reviews and comments.
 */
export function weightOf({ kind, key }: Pick<Part, 'kind' | 'key'>): Weight {
  return kind === 'section' && key === 'summary' ? 'B' : OF_KIND[kind];
}
