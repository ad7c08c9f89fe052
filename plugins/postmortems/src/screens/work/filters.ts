/** Unpublished postmortems. */
export const unfinished = { status: ['draft', 'in-review'] };

/** Committed and unfinished action items. */
export const underWay = { status: ['open', 'in-progress'] };
