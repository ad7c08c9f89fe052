/** The slope of the least-squares line through points. */
export function slope(points: { x: number; y: number }[]): number {
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(point => point.x));
  const y = mean(points.map(point => point.y));
  const covariance = mean(points.map(point => (point.x - x) * (point.y - y)));
  return covariance / mean(points.map(point => (point.x - x) ** 2));
}
