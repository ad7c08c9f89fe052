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

import { loadClient } from './loadClient';

/**
 * Loads a screen beside the client that it is going to ask, not one after the other. A client that
 * cannot be had now is the first question's to report.
 */
export function loadScreen<T>(load: () => Promise<T>): Promise<T> {
  loadClient().catch(() => undefined);
  return load();
}
