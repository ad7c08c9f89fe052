import Skeleton from '@material-ui/lab/Skeleton';

export function WorkSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton height={44} />
      <Skeleton height={44} />
      <Skeleton height={44} />
    </div>
  );
}
