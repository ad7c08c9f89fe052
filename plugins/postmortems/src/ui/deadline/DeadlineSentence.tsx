import type {
  Deadline,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { explainDeadline } from './explainDeadline';

/** Explains the deadline in the portal's language. */
export function DeadlineSentence(props: {
  deadline: Deadline;
  severityHistory?: SeverityChange[];
}) {
  const { t } = useTexts();
  const locale = useLocale();
  return <>{explainDeadline({ ...props, t, locale })}</>;
}
