import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useRequest } from '../../ui/feedback/useRequest';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { MyRow } from './MyRow';

/** One of the user's postmortems. If they own it but haven't acknowledged, they can do so here. */
export function MyPostmortem(props: {
  postmortem: PostmortemSummary;
  userRef: string;
}) {
  const { postmortem, userRef } = props;
  const { id, governingSeverity, severity } = postmortem;
  const { t } = useTexts();
  const send = useSend();
  const { run, busy, error } = useRequest();
  const isAsked =
    postmortem.ownerRef === userRef && !postmortem.ownerAcknowledgedAt;

  return (
    <MyRow
      title={<PostmortemLink postmortem={postmortem} />}
      facts={
        <>
          <ComplianceStatusLabel postmortem={postmortem} />
          <SeverityChip governing={governingSeverity} final={severity} />
        </>
      }
      action={
        isAsked && (
          <Button
            size="small"
            color="primary"
            disabled={busy}
            aria-label={t('home.acknowledgeNamed', { id })}
            onClick={() =>
              run(() => send('acknowledgeOwner', { params: { id } }))
            }
          >
            {t('home.acknowledge')}
          </Button>
        )
      }
    >
      {error && <span role="alert">{error}</span>}
    </MyRow>
  );
}
