import Skeleton from '@material-ui/lab/Skeleton';

/** Placeholder of about the card's height. */
export function CardSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton width="60%" />
      {[1, 2, 3].map(row => (
        <Skeleton key={row} height={48} />
      ))}
    </div>
  );
}
