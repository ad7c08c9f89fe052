import { useCallback, useMemo } from 'react';
import { useKnownPermission } from '../data/useKnownPermission';
import {
  postmortemDeletePermission,
  postmortemUpdatePermission,
} from 'backstage-plugin-postmortems-common';
import { errorStatus } from '../data/errors';
import { useAuthor } from '../data/drafts/useAuthor';
import { rootRouteRef } from '../routes';
import { useTexts } from '../texts/useTexts';
import { UnsavedGuard } from '../ui/dialogs/useUnsaved';
import { LoadError } from '../ui/feedback/LoadError';
import { StateMessage } from '../ui/feedback/StateMessage';
import { PageContent } from '../ui/layout/PageContent';
import { LinkButton } from '../ui/navigation/LinkButton';
import { useSearchParams } from '../ui/navigation/location';
import { useRouteRef } from '../ui/navigation/useRouteRef';
import { DocumentSkeleton } from './DocumentSkeleton';
import { PostmortemDocument } from './PostmortemDocument';
import { CommentsProvider } from './comments/CommentsProvider';
import { GonePostmortem, LeftDrafts } from './drafts/GonePostmortem';
import { PresenceProvider } from './presence/PresenceProvider';
import { SnoozesProvider } from './snooze/useSnoozes';
import { DocumentProvider } from './useDocument';
import { usePostmortem } from './usePostmortem';

/** The page at `/postmortems/:id`; `?edit=true` opens it in edit mode. */
export function PostmortemPage(props: { id: string }) {
  const { id } = props;
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const { postmortem, error, gone, retry } = usePostmortem(id);
  useAuthor();
  const { allowed: canEdit } = useKnownPermission({
    permission: postmortemUpdatePermission,
    resourceRef: id,
  });
  const { allowed: canDelete } = useKnownPermission({
    permission: postmortemDeletePermission,
    resourceRef: id,
  });
  const [search, setSearch] = useSearchParams();
  const editing = canEdit && search.get('edit') === 'true';

  const setEditing = useCallback(
    (edit: boolean) =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          if (edit) next.set('edit', 'true');
          else next.delete('edit');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );

  const state = useMemo(() => {
    if (!postmortem) return undefined;
    const canWrite = canEdit && postmortem.status !== 'published';
    return {
      postmortem,
      canEdit,
      canWrite,
      canDelete,
      editing,
      writing: editing && canWrite,
      setEditing,
    };
  }, [postmortem, canEdit, canDelete, editing, setEditing]);

  if (gone) {
    return (
      <PageContent title={gone}>
        <GonePostmortem id={gone} />
      </PageContent>
    );
  }
  if (error) {
    // 400 means that no postmortem can have such an id.
    const isMissing = [400, 404].includes(errorStatus(error) ?? 0);
    const notFound = t('document.notFound.title', { id });
    return (
      <PageContent title={isMissing ? notFound : id}>
        {isMissing ? (
          <StateMessage
            role="alert"
            title={notFound}
            action={
              <LinkButton variant="outlined" to={`${root}/all`}>
                {t('document.notFound.all')}
              </LinkButton>
            }
          >
            {t('document.notFound.text')}
          </StateMessage>
        ) : (
          <LoadError error={error} retry={retry} />
        )}
        <LeftDrafts id={id.toLocaleUpperCase('en-US')} />
      </PageContent>
    );
  }
  return (
    <PageContent
      title={
        postmortem
          ? t('document.pageTitle', { id, title: postmortem.title })
          : id
      }
    >
      {state ? (
        <UnsavedGuard>
          <DocumentProvider value={state}>
            {/* Keyed by id: the panel's state and text belong to one postmortem. */}
            <CommentsProvider key={state.postmortem.id}>
              <SnoozesProvider>
                <PresenceProvider>
                  <PostmortemDocument />
                </PresenceProvider>
              </SnoozesProvider>
            </CommentsProvider>
          </DocumentProvider>
        </UnsavedGuard>
      ) : (
        <DocumentSkeleton />
      )}
    </PageContent>
  );
}
