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

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import Dialog from '@material-ui/core/Dialog';
import { LoadError } from '../../shared';
import { DocumentProvider } from '../hooks/useDocument';
import { usePostmortem } from '../hooks/usePostmortem';
import { FrozenDocument } from './FrozenDocument';

/** Around a dialog of the postmortem's page that is opened elsewhere: loads what it is about. */
export function PostmortemDialog(props: {
  id: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { id, onClose, children } = props;
  const { postmortem, error, retry, apply } = usePostmortem(id);
  const state = useMemo(
    () =>
      postmortem && {
        postmortem,
        apply,
        canEdit: true,
        canWrite: true,
        canDelete: false,
        editing: false,
        writing: false,
        setEditing: () => {},
      },
    [postmortem, apply],
  );

  if (error) {
    return (
      <Dialog open onClose={onClose}>
        <LoadError error={error} retry={retry} />
      </Dialog>
    );
  }
  if (!state) return null;
  return (
    <DocumentProvider value={state}>
      <FrozenDocument>{children}</FrozenDocument>
    </DocumentProvider>
  );
}
