import { useCallback, useState } from 'react';
import { useRequest } from '../../ui/feedback/useRequest';
import { useSend } from '../../data/mutations';
import { postmortemRouteRef } from '../../routes';
import { useNavigate } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

export function useRestore() {
  const send = useSend();
  const navigate = useNavigate();
  const postmortem = useRouteRef(postmortemRouteRef);
  const [busy, setBusy] = useState<string>();
  const { run, error } = useRequest();

  const restore = useCallback(
    async (id: string) => {
      setBusy(id);
      const restored = await run(() =>
        send('restorePostmortem', { params: { id }, body: {} }),
      );
      setBusy(undefined);
      if (restored) navigate(postmortem({ id }));
    },
    [send, run, navigate, postmortem],
  );

  return { restore, busy, error };
}
