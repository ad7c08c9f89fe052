import type { ReactNode } from 'react';
import { useTexts } from '../../texts/useTexts';

/** A team's name. A user who owns a service without a team is shown as "No team (name)". */
export function TeamName(props: { teamRef: string; children: ReactNode }) {
  const { t } = useTexts();
  return props.teamRef.startsWith('user:') ? (
    <span>{t('compliance.noTeamBut', { user: <>{props.children}</> })}</span>
  ) : (
    <>{props.children}</>
  );
}
