/**
 * Maximum sizes for fields and lists, and the default page size. Text lengths are in Unicode code
 * points, list lengths in items, `…Bytes` in bytes.
 *
 * @public
 */
export const LIMITS = {
  title: 200,
  reason: 2_000,
  line: 1_000,
  redactedText: 1_000,
  sectionMarkdown: 50_000,
  itemMarkdown: 10_000,
  entityRef: 320,
  entityRefs: 50,
  contributors: 100,
  contributorRole: 100,
  labels: 20,
  label: 63,
  links: 20,
  url: 2_000,
  query: 200,
  fullText: 100_000,
  queryValues: 50,
  severityChanges: 100,
  timelineEvents: 1_000,
  contributingFactors: 100,
  actionItems: 100,
  reviewers: 20,
  attendees: 100,
  comments: 1_000,
  pageSize: 100,
  defaultPageSize: 25,
  countedItems: 500,
  rankedMatches: 200,
  similarPostmortems: 5,
  factorSuggestions: 10,
  complianceGroups: 500,
  insightsGroups: 50,
  insightsPairs: 100,
  insightsCompared: 10_000,
  insightsMonths: 120,
  unmappedServices: 200,
  mappedWord: 300,
  feeds: 20,
  feedEntries: 50,
  liveUpdateBytes: 300_000,
  liveDocumentBytes: 500_000,
} as const;

/**
 * Limits that apply to texts.
 *
 * @public
 */
export type TextLimit =
  | 'title'
  | 'reason'
  | 'line'
  | 'redactedText'
  | 'sectionMarkdown'
  | 'itemMarkdown'
  | 'contributorRole'
  | 'label'
  | 'url'
  | 'query';

/** Texts whose schemas keep leading and trailing space. Other schemas trim before counting. */
const COUNTED_WITH_SPACE: TextLimit[] = [
  'sectionMarkdown',
  'itemMarkdown',
  'label',
];

/**
 * The length of a text as its schema counts it, to compare with the limit.
 *
 * @public
 */
export function textLength(limit: TextLimit, text: string): number {
  const counted = COUNTED_WITH_SPACE.includes(limit) ? text : text.trim();
  return [...counted].length;
}
