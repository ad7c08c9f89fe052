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

import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  Comment,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useChanges } from '../../../live';

/** The comments on a postmortem, oldest first. */
export interface CommentList {
  /** Undefined until they have been read. */
  comments?: Comment[];
  error?: Error;
  retry: () => void;
  /** Shows a comment as the server has it. */
  show: (comment: Comment) => void;
  hide: (id: string) => void;
}

async function readAll(api: PostmortemsApi, id: string): Promise<Comment[]> {
  const comments: Comment[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listComments({
      params: { id },
      query: { limit: LIMITS.pageSize, cursor, totalItems: 'exclude' },
    });
    comments.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return comments;
}

/** Reads the comments once they are wanted, and anew when the postmortem changes. */
export function useCommentList(id: string, wanted: boolean): CommentList {
  const api = useApi(postmortemsApiRef);
  const [state, setState] = useState<Pick<CommentList, 'comments' | 'error'>>(
    {},
  );
  // Only the answer to the latest question counts, and none from before a change made here.
  const question = useRef<object>();

  const read = useCallback(async () => {
    if (!wanted) return;
    const asked = {};
    question.current = asked;
    try {
      const comments = await readAll(api, id);
      if (question.current === asked) setState({ comments });
    } catch (thrown) {
      if (question.current !== asked) return;
      const error = thrown as Error;
      setState(shown => (shown.comments ? shown : { error }));
    }
  }, [api, id, wanted]);

  const retry = useCallback(() => {
    setState({});
    read();
  }, [read]);

  useEffect(() => {
    read();
    return () => {
      question.current = undefined;
    };
  }, [read]);
  useChanges(read, id);

  const change = useCallback((next: (known: Comment[]) => Comment[]) => {
    question.current = undefined;
    setState(({ comments }) => ({ comments: next(comments ?? []) }));
  }, []);
  const show = useCallback(
    (comment: Comment) =>
      change(known =>
        known.some(({ id: each }) => each === comment.id)
          ? known.map(each => (each.id === comment.id ? comment : each))
          : [...known, comment],
      ),
    [change],
  );
  const hide = useCallback(
    (removed: string) =>
      change(known => known.filter(({ id: each }) => each !== removed)),
    [change],
  );

  return { ...state, retry, show, hide };
}
