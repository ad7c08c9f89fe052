import { useEffect } from 'react';
import { useAppNavigate } from '@backstage/frontend-plugin-api';

/** Redirects without adding a history entry. */
export function Redirect(props: { to: string }) {
  const { to } = props;
  const navigate = useAppNavigate();
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return null;
}
