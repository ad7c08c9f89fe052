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

import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  // Inside, as cells of tables cut off what stands out of them.
  ring: { outline: '2px solid', outlineOffset: -2 },
});

/**
 * For buttons that do without the ripple by which Material UI shows their focus, since it fails
 * where the focus is moved to a button that has just come: an outline shows it instead.
 */
export function useFocusRing() {
  return {
    // The name that all buttons know, those of the heads of columns too.
    focusRipple: false,
    focusVisibleClassName: useStyles().ring,
  };
}
