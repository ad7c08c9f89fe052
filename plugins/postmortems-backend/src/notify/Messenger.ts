import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { TeamMembers } from './TeamMembers';
import type { ReminderRules } from './reminder/reminderRules';
import type { NotifyContext } from './context';
import { DigestMaker } from './DigestMaker';
import { MessageSender } from './MessageSender';
import type { Counters } from '../kernel/metrics';
import { WorkOnDemand } from '../kernel/WorkOnDemand';
import { WeeklyDigestMaker } from './weekly/WeeklyDigestMaker';
import { ReminderPlanner } from './reminder/ReminderPlanner';

export interface MessengerOptions {
  ctx: NotifyContext;
  rules: ReminderRules;
  /**
   * Whether permissions are enabled in the portal. If so, a permission policy may deny access that
   * the plugin's own rules would grant.
   */
  permissionsEnabled: boolean;
  auth: AuthService;
  notifications: NotificationService;
  counters: Pick<Counters, 'notification'>;
  logger: LoggerService;
}

/**
 * Notifies people. All state is in the database, and any instance can do each step in one
 * transaction. Therefore a crash loses nothing, and concurrent instances repeat nothing.
 */
export class Messenger {
  readonly #options: MessengerOptions;
  readonly #planner: ReminderPlanner;
  readonly #digests: DigestMaker;
  readonly #weeklyDigests: WeeklyDigestMaker;
  readonly #sender: MessageSender;
  readonly #sending = new WorkOnDemand(signal => this.#send(signal));
  readonly #reminding = new WorkOnDemand(signal => this.#remind(signal));

  constructor(options: MessengerOptions) {
    this.#options = options;
    this.#planner = new ReminderPlanner(options);
    this.#digests = new DigestMaker(options);
    this.#weeklyDigests = new WeeklyDigestMaker(options);
    this.#sender = new MessageSender(options);
  }

  /** Starts sending unless it is already running. Never throws. */
  nudge(): void {
    this.#sending.ask();
  }

  /** Plans due reminders, creates digests and sends. Never throws. */
  remind(): Promise<void> {
    return this.#reminding.askAndWait();
  }

  /** Finishes the current batch and starts no more. */
  async stop(): Promise<void> {
    await Promise.all([this.#sending.stop(), this.#reminding.stop()]);
  }

  async #remind(signal: AbortSignal): Promise<void> {
    const teamMembers = this.#teamMembers();
    await this.#attempt(() => this.#planner.planDue(teamMembers, signal));
    await this.#attempt(() => this.#digests.makeDue(teamMembers, signal));
    await this.#attempt(() => this.#weeklyDigests.makeDue(teamMembers, signal));
    await this.#send(signal);
  }

  #send(signal: AbortSignal): Promise<void> {
    return this.#attempt(() =>
      this.#sender.sendDue(() => this.#teamMembers(), signal),
    );
  }

  #teamMembers(): TeamMembers {
    return new TeamMembers(this.#options.ctx.linking, this.#options.auth);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.logger.warn(
        `Sending notifications failed, will retry: ${stringifyError(error)}`,
      );
    }
  }
}
