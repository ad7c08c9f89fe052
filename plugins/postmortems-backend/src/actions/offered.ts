import type { EndpointName } from 'backstage-plugin-postmortems-common';

/** How an operation is offered as an action. */
export interface Offer {
  operation: EndpointName;
  name: string;
  title: string;
  description: string;
  /** Whether repeating the call with the same input has no further effect. */
  idempotent?: boolean;
  /** Fields that the action requires, although the operation doesn't. */
  required?: string[];
}

/**
 * Operations offered as actions, for example to agents over MCP. Deleting, publishing, and granting
 * waivers or extensions require a person, so they are not offered.
 */
export const OFFERED: Offer[] = [
  {
    operation: 'listPostmortems',
    name: 'list-postmortems',
    title: 'List postmortems',
    description:
      'Lists incident postmortems by affected entity, owning team, owner, severity, compliance status (such as overdue) or date. Newest first. To find words, use search-postmortems.',
  },
  {
    operation: 'listPostmortems',
    name: 'search-postmortems',
    title: 'Search postmortems',
    description:
      'Searches the whole text of incident postmortems, for example to find out whether something has happened before. All words in q must occur; "…" searches a phrase, - excludes a word. Most relevant first. Each snippet shows where the words were found.',
    required: ['q'],
  },
  {
    operation: 'getPostmortem',
    name: 'get-postmortem',
    title: 'Read a postmortem',
    description:
      'Gets a postmortem such as PM-42 with its sections, timeline, contributing factors, action items and deadline.',
  },
  {
    operation: 'findSimilarPostmortems',
    name: 'find-similar-postmortems',
    title: 'Find similar postmortems',
    description:
      'Finds out whether an incident has happened before. Compares a postmortem such as PM-42, or the title, symptoms, affected entities, labels and contributing factors of an incident, with all other postmortems. Returns up to five with reasons. Most similar first.',
  },
  {
    operation: 'listActionItems',
    name: 'list-action-items',
    title: 'List action items',
    description:
      'Lists action items across postmortems by team, owner, affected entity, status, priority, kind or due date. Earliest due date first.',
  },
  {
    operation: 'summarizeActionItems',
    name: 'summarize-action-items',
    title: 'Count action items',
    description:
      'Counts action items by status, including overdue ones, per team, owner, priority, kind or age.',
  },
  {
    operation: 'getCompliance',
    name: 'get-postmortem-compliance',
    title: 'Get postmortem compliance',
    description:
      'Gets the on-time rate and the number of met, late and overdue postmortems per team, severity, entity, month or quarter.',
  },
  {
    operation: 'getInsights',
    name: 'get-postmortem-insights',
    title: 'Get postmortem insights',
    description:
      'Gets incidents over time, time to detect, mitigate, resolve and publish, on-time rate, recurring contributing factors, repeat entities, incidents that struck again, action item follow-up, false alarms and incidents without a postmortem, by team, entity, severity, label or outcome. Default: the last 12 months.',
  },
  {
    operation: 'listComplianceExceptions',
    name: 'list-postmortem-compliance-exceptions',
    title: 'List compliance exceptions',
    description:
      'Lists exceptions that changed a deadline, a severity or a compliance status, such as waivers, extensions, corrections, deletions and imports, with author, time and reason. Newest first.',
  },
  {
    operation: 'previewDeadline',
    name: 'preview-postmortem-deadline',
    title: 'Preview a deadline',
    description:
      "Computes a postmortem's deadline for a severity and a resolution time, with an explanation. Read-only.",
  },
  {
    operation: 'createPostmortem',
    name: 'create-postmortem',
    title: 'Start a postmortem',
    description:
      'Creates a draft postmortem for an incident with title, severity, start, resolution and affected catalog entities.',
  },
  {
    operation: 'putSection',
    name: 'write-postmortem-section',
    title: 'Write a section',
    description:
      "Replaces a section of a postmortem with Markdown. Read the postmortem first: ifMatch is the section's revision.",
    idempotent: true,
  },
  {
    operation: 'addTimelineEvent',
    name: 'add-postmortem-timeline-event',
    title: 'Add a timeline event',
    description: "Adds an event to a postmortem's timeline.",
  },
  {
    operation: 'addActionItem',
    name: 'add-action-item',
    title: 'Add an action item',
    description:
      'Adds an action item to a postmortem: a proposal, or a commitment with an owner and a due date.',
  },
  {
    operation: 'updateActionItem',
    name: 'update-action-item',
    title: 'Update an action item',
    description:
      'Updates the owner, due date, status or text of an action item such as A3 in PM-42. ifMatch is the revision you read.',
    idempotent: true,
  },
];
