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

/** An incident source whose deliveries are changes already, and which fails as it is told to. */
export class FakeSource implements IncidentSource {
  readonly id: string;
  readonly title = 'Fake source';
  readonly annotations = ['fake.example.com/service-id'];
  /** Thrown by the next readings, the first first. */
  readonly failures: Error[] = [];
  /** How often deliveries were read. */
  reads = 0;
  /** What it tells of the past, page by page. */
  past: IncidentChange[][] = [];
  /** Awaited by every reading. */
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
      throw new InputError('The delivery is not JSON');
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
