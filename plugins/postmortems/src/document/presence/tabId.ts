/** Distinguishes this tab from other tabs of the same person. */
export const TAB_ID = Array.from({ length: 16 }, () =>
  Math.floor(Math.random() * 36).toString(36),
).join('');
