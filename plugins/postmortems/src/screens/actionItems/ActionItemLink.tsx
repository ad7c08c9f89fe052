import type {
  ActionItem,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';
import { addressOf } from '../../document/parts/actionItems/controls/actionItem';
import { postmortemRouteRef } from '../../routes';
import { TitleLink } from '../../ui/labels/TitleLink';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

/**
 * Links an action item's id and title to its place in the postmortem, with a lock if it is
 * restricted.
 */
export function ActionItemLink(props: {
  item: Pick<ActionItem, 'id' | 'title'> &
    Partial<Pick<ListedActionItem, 'postmortem'>>;
  /** Wraps the title to two lines. */
  inTable?: boolean;
}) {
  const { item } = props;
  const { id, key } = addressOf(item);

  return (
    <TitleLink
      to={`${useRouteRef(postmortemRouteRef)({ id })}#${key}`}
      id={item.id}
      title={item.title}
      restricted={item.postmortem?.visibility === 'restricted'}
      idWidth={72}
      inTable={props.inTable}
    />
  );
}
