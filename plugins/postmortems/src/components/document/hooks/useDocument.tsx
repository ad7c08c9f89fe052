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

import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { Apply } from './usePostmortem';

/** What the parts of the page share. */
export interface DocumentState {
  postmortem: Postmortem;
  /** Shows what an answer of the server says has changed. */
  apply: Apply;
  canEdit: boolean;
  /** Whether text and facts may be changed: what is published has to be reopened first. */
  canWrite: boolean;
  canDelete: boolean;
  /** Whether the page is being edited; never without `canEdit`. */
  editing: boolean;
  /** Whether text and facts are being edited. */
  writing: boolean;
  setEditing: (editing: boolean) => void;
}

const DocumentContext = createContext<DocumentState | undefined>(undefined);

/** Gives the parts of the page the postmortem that they show. */
export function DocumentProvider(props: {
  value: DocumentState;
  children: ReactNode;
}) {
  return (
    <DocumentContext.Provider value={props.value}>
      {props.children}
    </DocumentContext.Provider>
  );
}

/** The postmortem on the page, and what may be done with it. */
export function useDocument(): DocumentState {
  const state = useContext(DocumentContext);
  if (!state) throw new Error('useDocument needs a DocumentProvider');
  return state;
}
