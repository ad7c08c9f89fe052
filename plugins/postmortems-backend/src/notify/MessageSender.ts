import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TeamMembers } from './TeamMembers';
import { LONGEST_RETRY_MS } from '../kernel/db/claims';
import type { Message } from './message';
import type { ReminderRules } from './reminder/reminderRules';
import type { Counters } from '../kernel/metrics';
import type { NotifyContext } from './context';
import { sendable } from './sendable';
import { digest } from './digestText';
import { direct, namedIn } from './messageTexts';
import { weeklyDigest } from './weekly/weeklyText';

/** Messages per batch. */
const BATCH = 20;
/** Pause after the first failure, in milliseconds. Doubles with each further failure. */
const FIRST_PAUSE_MS = 30_000;

/**
 * Sends due messages from the ledger. Each has a stable notification scope, so resending it after a
 * crash updates the existing notification.
 */
export class MessageSender {
  readonly #ctx: NotifyContext;
  readonly #around: { rules: ReminderRules; permissionsEnabled: boolean };
  readonly #notifications: NotificationService;
  readonly #counters: Pick<Counters, 'notification'>;
  readonly #logger: LoggerService;

  constructor(options: {
    ctx: NotifyContext;
    rules: ReminderRules;
    permissionsEnabled: boolean;
    notifications: NotificationService;
    counters: Pick<Counters, 'notification'>;
    logger: LoggerService;
  }) {
    const { rules, permissionsEnabled } = options;
    this.#ctx = options.ctx;
    this.#around = { rules, permissionsEnabled };
    this.#notifications = options.notifications;
    this.#counters = options.counters;
    this.#logger = options.logger;
  }

  /**
   * Sends everything due that no other instance has claimed.
   *
   * @param newTeamMembers - creates a catalog cache for each batch
   */
  async sendDue(
    newTeamMembers: () => TeamMembers,
    signal: AbortSignal,
  ): Promise<void> {
    const { messages, knex, clock } = this.#ctx;
    const by = randomUUID();
    while (!signal.aborted) {
      const claim = { by, now: clock(), limit: BATCH };
      const claimed = await messages.claim(knex, claim);
      if (claimed.length === 0) return;
      const teamMembers = newTeamMembers();
      await messages.whileClaimed(knex, { by, clock }, async () => {
        for (const message of claimed) {
          if (signal.aborted) break;
          await this.#deliver(message, by, teamMembers);
        }
      });
    }
  }

  async #deliver(
    message: Message,
    by: string,
    teamMembers: TeamMembers,
  ): Promise<void> {
    const { messages, knex, clock } = this.#ctx;
    let state: 'sent' | 'shared' | 'dropped';
    try {
      if (message.recipientRef.startsWith('group:')) {
        await this.#share(message, teamMembers);
        state = 'shared';
      } else {
        state = await this.#send(message, teamMembers);
      }
    } catch (error) {
      this.#counters.notification('failed');
      const pause = Math.min(
        FIRST_PAUSE_MS * 2 ** message.attempts,
        LONGEST_RETRY_MS,
      );
      this.#logger.warn(
        `Sending a notification failed, will retry in ${
          pause / 1_000
        } seconds: ${stringifyError(error)}`,
      );
      const again = new Date(clock().getTime() + pause);
      await messages.retry(knex, message, by, again);
      return;
    }
    this.#counters.notification(state);
    await messages.settle(knex, message, by, { state, at: clock() });
  }

  /** Replaces a message to a team with one per member. */
  async #share(message: Message, teamMembers: TeamMembers): Promise<void> {
    const { messages, knex, clock } = this.#ctx;
    const {
      recipientRef,
      rowId: _,
      attempts: __,
      state: ___,
      ...same
    } = message;
    const members = await teamMembers.addressed({
      users: [],
      teams: [recipientRef],
      above: false,
    });
    const createdAt = clock();
    await messages.add(
      knex,
      members
        .filter(member => member !== message.details?.actorRef)
        .map(member => ({ ...same, recipientRef: member, createdAt })),
    );
  }

  async #send(
    message: Message,
    teamMembers: TeamMembers,
  ): Promise<'sent' | 'dropped'> {
    const payload = await this.#compose(message, teamMembers);
    if (!payload) return 'dropped';
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef: message.recipientRef },
      payload,
    });
    return 'sent';
  }

  /** @returns undefined if the recipient may no longer get the message */
  async #compose(
    message: Message,
    teamMembers: TeamMembers,
  ): Promise<NotificationPayload | undefined> {
    const ctx = this.#ctx;
    if (message.kind === 'digest') {
      const all = await ctx.messages.linesOf(ctx.knex, message.rowId);
      const lines = await sendable(ctx, teamMembers, all, this.#around);
      return lines.length > 0 ? digest(message, lines, ctx.clock()) : undefined;
    }
    if (message.about === 'weekly-digest') {
      const groups = message.details?.groups ?? [];
      const nameOf = await teamMembers.names(
        groups.map(({ groupRef }) => groupRef),
      );
      return weeklyDigest(message, nameOf, ctx.appUrl);
    }
    const [told] = await sendable(ctx, teamMembers, [message], this.#around);
    return (
      told && direct(told, await teamMembers.names(namedIn(told)), ctx.clock())
    );
  }
}
