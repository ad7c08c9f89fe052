import { createBackendModule } from '@backstage/backend-plugin-api';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { AuthenticationError, InputError } from '@backstage/errors';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import type {
  BackfillRequest,
  IncidentChange,
  IncidentSource,
  ParseContext,
  ParsedDelivery,
  SourceDelivery,
  SourceRequest,
} from 'backstage-plugin-postmortems-node';

export const FAKE_SOURCE = 'fake';

/** An incident source whose deliveries contain changes, and which can simulate failures. */
export class FakeSource implements IncidentSource {
  readonly id: string;
  readonly title = 'Fake source';
  readonly annotations = ['fake.example.com/service-id'];
  readonly sizeSetting = 'max_changes';
  /** Thrown by the next parse calls, in order. */
  readonly failures: Error[] = [];
  /** Number of parse calls. */
  reads = 0;
  /** Past incidents for a backfill, page by page. */
  past: IncidentChange[][] = [];
  /** Awaited by every parse call. */
  pause: (context: ParseContext) => Promise<void> = async () => {};

  constructor(id: string = FAKE_SOURCE) {
    this.id = id;
  }

  verify({ headers }: SourceRequest) {
    if (headers['x-signature'] !== 'right') {
      throw new AuthenticationError('It should have been "right"');
    }
    return { id: headers['x-delivery'] as string | undefined };
  }

  async parse(
    { body }: SourceDelivery,
    context: ParseContext,
  ): Promise<ParsedDelivery> {
    this.reads += 1;
    await this.pause(context);
    const failure = this.failures.shift();
    if (failure) throw failure;
    try {
      const { type = 'changes', changes } = JSON.parse(String(body));
      return { type, changes };
    } catch {
      throw new InputError('The body must be JSON');
    }
  }

  async *backfill({ since }: BackfillRequest) {
    for (const page of this.past) {
      yield page.filter(({ at }) => new Date(at) >= since);
    }
  }
}

/** A module that adds a source. */
export function withSource(source: IncidentSource): BackendFeature {
  return createBackendModule({
    pluginId: 'postmortems',
    moduleId: `source-${source.id}`,
    register(env) {
      env.registerInit({
        deps: { sources: postmortemsIncidentSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource(source);
        },
      });
    },
  });
}
