import type { ReactNode } from 'react';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { useRouteRef } from '../navigation/useRouteRef';
import { TitleLink } from './TitleLink';

/** Links a postmortem's id and title, with a lock if it is restricted. */
export function PostmortemLink(props: {
  postmortem: Pick<PostmortemSummary, 'id' | 'title' | 'visibility'>;
  /** Wraps the title to two lines. */
  inTable?: boolean;
  /** The title with the search matches marked, if there are any. */
  children?: ReactNode;
}) {
  const { id, title, visibility } = props.postmortem;
  return (
    <TitleLink
      to={useRouteRef(postmortemRouteRef)({ id })}
      id={id}
      title={title}
      restricted={visibility === 'restricted'}
      idWidth={48}
      inTable={props.inTable}
    >
      {props.children}
    </TitleLink>
  );
}
