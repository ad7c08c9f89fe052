/** Identifies this tab among those of one person. */
export const TAB_ID = Array.from({ length: 16 }, () =>
  Math.floor(Math.random() * 36).toString(36),
).join('');
