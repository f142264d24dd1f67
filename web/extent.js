// Where a thing lies, as the server told it: the frame of its coordinates, for the map to look at.

/** [west, south, east, north] of a detail's geometry, or of its place and what it is about. */
export function extentOf(detail) {
  const points = detail.geometry ? flatten(detail.geometry.coordinates) : places(detail);
  const xs = points.map(p => p[0]);
  const ys = points.map(p => p[1]);
  return [xs.reduce(least), ys.reduce(least), xs.reduce(most), ys.reduce(most)];
}

const places = detail => (detail.overreach
  ? detail.overreach.flatMap(part => flatten((part.geometry ?? part.point).coordinates))
  : detail.point ? [detail.point.coordinates ?? detail.point]
  : [[detail.lon, detail.lat], ...(detail.views ?? []).flatMap(view => flatten(view.geometry.coordinates))]);
const least = (a, b) => Math.min(a, b);
const most = (a, b) => Math.max(a, b);
const flatten = coordinates => (typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(flatten));
