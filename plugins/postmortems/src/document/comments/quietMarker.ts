/** Class of the marker of a part without open comments. */
export const QUIET_MARKER = 'postmortem-quiet-comment-marker';

/** Shows the marker of a part on hover and focus. */
export const revealMarker = {
  [`&:hover .${QUIET_MARKER}`]: { opacity: 1 },
};
