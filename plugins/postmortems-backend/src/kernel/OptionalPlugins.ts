import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';

const OPTIONAL = {
  notifications: 'nobody is notified or reminded',
  signals: 'open screens show changes by others only after a reload',
  events: 'other backend instances and HTTP subscribers get no events',
};

type OptionalPlugin = keyof typeof OPTIONAL;

const TIMEOUT_MS = 5_000;

/** Detects optional plugins that the portal doesn't have. */
export class OptionalPlugins {
  readonly #options: {
    discovery: DiscoveryService;
    logger: LoggerService;
  };
  #missing: OptionalPlugin[] = [];

  constructor(options: { discovery: DiscoveryService; logger: LoggerService }) {
    this.#options = options;
  }

  /** Logs missing plugins once. Call it after all plugins have started. Never throws. */
  async check(): Promise<void> {
    const all = Object.keys(OPTIONAL) as OptionalPlugin[];
    const missing = await Promise.all(all.map(id => this.#isMissing(id)));
    this.#missing = all.filter((_, index) => missing[index]);
    if (this.#missing.length === 0) return;
    const details = this.#missing.map(
      id => `without @backstage/plugin-${id}-backend, ${OPTIONAL[id]}`,
    );
    this.#options.logger.info(
      `Optional plugins not installed: ${details.join('; ')}`,
    );
  }

  /**
   * Drops notifications while the notifications plugin is missing, because they would be retried
   * forever. Checks again on each send, because the plugin may have been installed since.
   */
  notificationsOrNone(notifications: NotificationService): NotificationService {
    return {
      send: async options => {
        const isMissing =
          this.#missing.includes('notifications') &&
          (await this.#isMissing('notifications'));
        if (!isMissing) await notifications.send(options);
      },
    };
  }

  async #isMissing(pluginId: OptionalPlugin): Promise<boolean> {
    try {
      const url = await this.#options.discovery.getBaseUrl(pluginId);
      const { status, headers } = await fetch(`${url}/health`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      // A backend that serves the app returns HTML for unknown paths.
      const isHtml = headers.get('content-type')?.startsWith('text/html');
      return status === 404 || Boolean(isHtml);
    } catch {
      // The plugin may run in another backend that isn't up yet.
      return false;
    }
  }
}
