import type { EndpointName } from 'backstage-plugin-postmortems-common';

/** How an operation is offered as an action. */
interface Offer {
  name: string;
  title: string;
  description: string;
  /** Whether repeating the call with the same input has no further effect. */
  idempotent?: boolean;
}

/**
 * Operations offered as actions, for example to agents over MCP. Deleting, publishing, and granting
 * waivers or extensions require a person, so they are not offered.
 */
export const OFFERED: Partial<Record<EndpointName, Offer>> = {
  listPostmortems: {
    name: 'list-postmortems',
    title: 'List postmortems',
    description:
      'Lists incident postmortems by affected entity, owning team, owner, severity, compliance status (such as overdue), date or text. Newest first.',
  },
  getPostmortem: {
    name: 'get-postmortem',
    title: 'Read a postmortem',
    description:
      'Gets a postmortem such as PM-42 with its sections, timeline, contributing factors, action items and deadline.',
  },
  findSimilarPostmortems: {
    name: 'find-similar-postmortems',
    title: 'Find similar postmortems',
    description:
      'Finds out whether an incident has happened before. Compares a postmortem such as PM-42, or the title, symptoms, affected entities, labels and contributing factors of an incident, with all other postmortems. Returns up to five with reasons. Most similar first.',
  },
  listActionItems: {
    name: 'list-action-items',
    title: 'List action items',
    description:
      'Lists action items across postmortems by team, owner, affected entity, status, priority, kind or due date. Earliest due date first.',
  },
  summarizeActionItems: {
    name: 'summarize-action-items',
    title: 'Count action items',
    description:
      'Counts action items by status, including overdue ones, per team, owner, priority, kind or age.',
  },
  getCompliance: {
    name: 'get-postmortem-compliance',
    title: 'Get postmortem compliance',
    description:
      'Gets the on-time rate and the number of met, late and overdue postmortems per team, severity, entity, month or quarter.',
  },
  listComplianceExceptions: {
    name: 'list-postmortem-compliance-exceptions',
    title: 'List compliance exceptions',
    description:
      'Lists exceptions that changed a deadline, a severity or a compliance status, such as waivers, extensions, corrections, deletions and imports, with author, time and reason. Newest first.',
  },
  previewDeadline: {
    name: 'preview-postmortem-deadline',
    title: 'Preview a deadline',
    description:
      "Computes a postmortem's deadline for a severity and a resolution time, with an explanation. Read-only.",
  },
  createPostmortem: {
    name: 'create-postmortem',
    title: 'Start a postmortem',
    description:
      'Creates a draft postmortem for an incident with title, severity, start, resolution and affected catalog entities.',
  },
  putSection: {
    name: 'write-postmortem-section',
    title: 'Write a section',
    description:
      "Replaces a section of a postmortem with Markdown. Read the postmortem first: ifMatch is the section's revision.",
    idempotent: true,
  },
  addTimelineEvent: {
    name: 'add-postmortem-timeline-event',
    title: 'Add a timeline event',
    description: "Adds an event to a postmortem's timeline.",
  },
  addActionItem: {
    name: 'add-action-item',
    title: 'Add an action item',
    description:
      'Adds an action item to a postmortem: a proposal, or a commitment with an owner and a due date.',
  },
  updateActionItem: {
    name: 'update-action-item',
    title: 'Update an action item',
    description:
      'Updates the owner, due date, status or text of an action item such as A3 in PM-42. ifMatch is the revision you read.',
    idempotent: true,
  },
};
