import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { anchorOf } from '../../document/parts';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { LinkButton } from '../../ui/navigation/LinkButton';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { MyRow } from './MyRow';

/** A postmortem waiting for the user's review. */
export function MyReview(props: { postmortem: PostmortemSummary }) {
  const { postmortem } = props;
  const { id, governingSeverity, severity } = postmortem;
  const { t } = useTexts();
  const to = useRouteRef(postmortemRouteRef)({ id });
  return (
    <MyRow
      title={<PostmortemLink postmortem={postmortem} />}
      facts={
        <>
          <span>{t('home.reviewRequested')}</span>
          <SeverityChip governing={governingSeverity} final={severity} />
        </>
      }
      action={
        <LinkButton
          size="small"
          color="primary"
          to={`${to}#${anchorOf('review')}`}
          aria-label={t('home.reviewNamed', { id })}
        >
          {t('home.review')}
        </LinkButton>
      }
    />
  );
}
