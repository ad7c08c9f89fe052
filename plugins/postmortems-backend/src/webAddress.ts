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

import { linkSchema } from 'backstage-plugin-postmortems-common';

/**
 * An address of elsewhere as it may become a link. What is none, such as `javascript:`, is left
 * out: who sent it is a program, which would not understand why it was refused.
 */
export function webAddress(address: string | undefined): string | undefined {
  return linkSchema.shape.url.safeParse(address).data;
}
