import type { CreateTicketRequest } from 'backstage-plugin-postmortems-node';
import { inertMarkdown, inertText, literal } from './inertMarkdown';

/** A hidden comment that identifies the issue, to find it again. */
export function markerOf(idempotencyKey: string): string {
  return `<!-- postmortems: ${idempotencyKey} -->`;
}

/** GitHub shows titles as plain text. They are neutralized in case someone copies them. */
export function titleOf({ actionItem }: CreateTicketRequest): string {
  return inertText(actionItem.title);
}

/** The description of an issue, in GitHub Markdown. */
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
