/** Class for a part's comment icon if the part has no open comments. */
export const QUIET_MARKER = 'postmortem-quiet-comment-marker';

/** Shows a part's comment icon on hover and focus. */
export const revealMarker = {
  [`&:hover .${QUIET_MARKER}`]: { opacity: 1 },
};
