import type { CreateTicketRequest } from 'backstage-plugin-postmortems-node';
import { inertMarkdown, inertText, literal } from './inertMarkdown';

/** A hidden comment that identifies the issue, so it can be found again. */
export function markerOf(idempotencyKey: string): string {
  return `<!-- postmortems: ${idempotencyKey} -->`;
}

/**
 * GitHub shows titles as plain text. Neutralize them anyway, in case someone copies them elsewhere.
 */
export function titleOf({ actionItem }: CreateTicketRequest): string {
  return inertText(actionItem.title);
}

/** An issue's description, in GitHub Markdown. */
export function describeIssue(request: CreateTicketRequest): string {
  const { actionItem, postmortem, idempotencyKey } = request;
  const facts = [
    actionItem.priority,
    actionItem.kind,
    ...(actionItem.dueOn ? [`due ${actionItem.dueOn}`] : []),
    ...(actionItem.ownerRef ? [`owner ${literal(actionItem.ownerRef)}`] : []),
  ];
  return [
    ...(actionItem.description
      ? [inertMarkdown(actionItem.description), '---']
      : []),
    `Action item [${actionItem.id}](${
      postmortem.url
    }) of the postmortem “${literal(postmortem.title)}”: ${facts.join(', ')}`,
    markerOf(idempotencyKey),
  ].join('\n\n');
}
