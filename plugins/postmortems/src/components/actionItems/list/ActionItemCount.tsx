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

import { useLocale, useTexts } from '../../../translation';

/** How many match: `14 action items`, or `500+` where the server stops counting. */
export function ActionItemCount(props: {
  totalItems?: number;
  totalItemsCapped?: boolean;
}) {
  const { totalItems, totalItemsCapped } = props;
  const { t } = useTexts();
  const locale = useLocale();
  // A space keeps the line, so that nothing moves when the number comes.
  if (totalItems === undefined) return <>{'\u00a0'}</>;

  return (
    <>
      {totalItemsCapped
        ? t('actionItemList.countCapped', {
            value: totalItems.toLocaleString(locale),
          })
        : t('actionItemList.count', { count: totalItems })}
    </>
  );
}
