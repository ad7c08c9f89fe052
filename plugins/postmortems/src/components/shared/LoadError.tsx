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

import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { useTexts } from '../../translation';
import { StateMessage } from './StateMessage';
import { errorStatus, errorText } from './errors';

/**
 * In place of content that did not load: not allowed and not found are told apart from what a
 * second attempt may cure.
 */
export function LoadError(props: {
  error: Error;
  retry: () => void;
  /** What else to do about it, beside trying again. */
  action?: ReactNode;
  /** What to say instead of "not found" in general. */
  notFound?: { title: string; text: string };
}) {
  const { error, retry, action, notFound } = props;
  const { t } = useTexts();

  switch (errorStatus(error)) {
    case 403:
      return (
        <StateMessage role="alert" title={t('state.forbiddenTitle')}>
          {t('state.forbiddenText')}
        </StateMessage>
      );
    case 404:
      return (
        <StateMessage
          role="alert"
          title={notFound?.title ?? t('state.notFoundTitle')}
        >
          {notFound?.text ?? t('state.notFoundText')}
        </StateMessage>
      );
    default:
      return (
        <StateMessage
          role="alert"
          title={t('state.errorTitle')}
          action={
            <>
              {/* What the server finds wrong with the question, it will find wrong again. */}
              {!(action && errorStatus(error) === 400) && (
                <Button variant="outlined" onClick={retry}>
                  {t('state.retry')}
                </Button>
              )}{' '}
              {action}
            </>
          }
        >
          {errorText(error)}
        </StateMessage>
      );
  }
}
