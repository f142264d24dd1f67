// What lies under the pointer, from the features that were drawn. The browser's own canvas tells whether a path holds a point.

import { cameraSize, groupRadius, markRadius } from './looks.js';

let probe;

/** The topmost thing at a place of a tile: { kind, code, … } or null. Kind is site, camera, gap, group. */
export function hitAt(spot, zoom, shown) {
  if (!spot) return null;
  const { layers } = spot;
  return (shown.has('sites') && mark(spot, layers.site_marks, props => (props.sites > 1 ? groupRadius(props.sites) : markRadius(zoom)), site))
    || (shown.has('cameras') && mark(spot, layers.cameras, () => cameraSize(zoom) * 0.7, props => ({ kind: 'camera', code: props.code })))
    || (shown.has('cameras') && mark(spot, layers.camera_groups, () => 10, group))
    || (shown.has('gaps') && within(spot, layers.gaps, props => ({ kind: 'gap', code: props.gap, site: props.site })))
    || (shown.has('sites') && within(spot, layers.sites, site))
    || null;
}

const site = props => (props.sites > 1 ? { kind: 'group' } : { kind: 'site', code: props.code, name: props.name });
const group = props => (props.cameras > 1 || !props.code ? { kind: 'group' } : { kind: 'camera', code: props.code });

function mark({ x, y, unit }, things, radius, name) {
  let best = null;
  for (const thing of things ?? []) {
    for (const p of thing.points) {
      const away = Math.hypot(p.x - x, p.y - y) / unit;
      if (away <= radius(thing.props) + 2 && (!best || away < best.away)) best = { away, thing };
    }
  }
  return best && name(best.thing.props);
}

function within({ x, y }, things, name) {
  probe ??= document.createElement('canvas').getContext('2d');
  const under = (things ?? []).findLast(thing => probe.isPointInPath(thing.path, x, y, 'evenodd'));
  return under ? name(under.props) : null;
}
