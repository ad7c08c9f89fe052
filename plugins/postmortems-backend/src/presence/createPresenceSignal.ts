import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { POSTMORTEMS_CHANNEL } from 'backstage-plugin-postmortems-common';
import type { PostmortemSignal } from 'backstage-plugin-postmortems-common';
import { idOf } from '../kernel/ids';
import { signalRecipients } from '../postmortem/eventRecipients';
import type { PresenceContext } from './context';

/**
 * Signals the screens of people who can see the postmortem. Bypasses the outbox, because a lost
 * signal is harmless.
 */
export function createPresenceSignal(options: {
  signals: SignalsService;
  logger: LoggerService;
}): PresenceContext['presenceChanged'] {
  const { signals, logger } = options;
  return postmortem => {
    const recipients = signalRecipients(postmortem);
    if (!recipients) return;
    const message: PostmortemSignal = {
      type: 'presence',
      postmortemId: idOf(postmortem.number),
    };
    signals
      .publish({
        recipients,
        channel: POSTMORTEMS_CHANNEL,
        message: { ...message },
      })
      .catch(error =>
        logger.debug('Signaling who is editing failed', {
          cause: String(error),
        }),
      );
  };
}
