import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { MentionLink } from './MentionLink';
import { WorkPanel } from './WorkPanel';
import { WorkRow } from './WorkRow';
import { MOST_ROWS } from './links';

/** The comments that a user is mentioned in and has not answered, newest first. */
export function MentionsPanel(props: { userRef: string }) {
  const { t } = useTexts();
  const [limit, setLimit] = useState<number>(MOST_ROWS);
  const data = useLoaded(postmortemQueries.mentions(props.userRef, limit));
  const hasMore =
    limit === MOST_ROWS && data.value?.pageInfo.nextCursor !== undefined;

  return (
    <WorkPanel
      title={t('person.mentions')}
      level={3}
      data={data}
      items={data.value?.items}
      row={mention => (
        <WorkRow
          key={mention.comment.id}
          mark={null}
          title={<MentionLink mention={mention} />}
          about={mention.postmortem.title}
          state={null}
          owner={
            <EntityRefLink entityRef={mention.comment.authorRef} hideIcon />
          }
          due={<RelativeTime value={mention.comment.createdAt} />}
        />
      )}
      footer={
        hasMore && (
          <Button size="small" onClick={() => setLimit(LIMITS.pageSize)}>
            {t('person.moreMentions')}
          </Button>
        )
      }
      empty={t('person.noMentions')}
    />
  );
}
