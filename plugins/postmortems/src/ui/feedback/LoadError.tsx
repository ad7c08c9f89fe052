import type { ReactNode } from 'react';
import { errorStatus, errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { StateMessage } from './StateMessage';

/**
 * Shown in place of content that failed to load. Offers a retry, unless access is denied or nothing
 * was found.
 */
export function LoadError(props: {
  error: Error;
  retry: () => void;
  /** Additional action. */
  action?: ReactNode;
}) {
  const { error, retry, action } = props;
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
        <StateMessage role="alert" title={t('state.notFoundTitle')}>
          {t('state.notFoundText')}
        </StateMessage>
      );
    default:
      return (
        <StateMessage
          role="alert"
          title={t('state.errorTitle')}
          action={
            <>
              {/* An invalid request would fail again, so offer only the action if there is one. */}
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
