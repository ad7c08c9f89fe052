/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { Content } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  postmortemDeletePermission,
  postmortemUpdatePermission,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { LoadError } from '../shared';
import { CommentsProvider } from './comments/useComments';
import { DocumentSkeleton } from './DocumentSkeleton';
import { DocumentProvider } from './hooks/useDocument';
import { usePostmortem } from './hooks/usePostmortem';
import { UnsavedGuard } from './hooks/useUnsaved';
import { PostmortemDocument } from './PostmortemDocument';
import { SnoozesProvider } from './snooze/useSnoozes';

/** The page at `/postmortems/:id`; `?edit=true` opens it to be edited. */
export function PostmortemPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const { postmortem, error, retry, apply } = usePostmortem(id);
  const { allowed: canEdit } = usePermission({
    permission: postmortemUpdatePermission,
    resourceRef: id,
  });
  const { allowed: canDelete } = usePermission({
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
      apply,
      canEdit,
      canWrite,
      canDelete,
      editing,
      writing: editing && canWrite,
      setEditing,
    };
  }, [postmortem, apply, canEdit, canDelete, editing, setEditing]);

  if (error) {
    return (
      <Content>
        <LoadError
          error={error}
          retry={retry}
          notFound={{
            title: t('document.notFound.title', { id }),
            text: t('document.notFound.text'),
          }}
        />
      </Content>
    );
  }
  return (
    <Content>
      {state ? (
        <UnsavedGuard>
          <DocumentProvider value={state}>
            {/* What is open and being written belongs to one postmortem only. */}
            <CommentsProvider key={state.postmortem.id}>
              <SnoozesProvider>
                <PostmortemDocument />
              </SnoozesProvider>
            </CommentsProvider>
          </DocumentProvider>
        </UnsavedGuard>
      ) : (
        <DocumentSkeleton />
      )}
    </Content>
  );
}
