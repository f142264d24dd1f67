// Why ground is not seen, as sentences: causes of gaps, what a camera's view of a point fails by, what stands in the way.

import { compass, interval, metres, share } from '../format.js';

/** What stands there: "the building to the north-east (18 m high, 12 m away)". */
export function thing(say, { use, bearing, height, heights, distance_m, ofCamera }) {
  const name = say.or(`occluder.${use}`, say('occluder.other'));
  const where = bearing == null ? name : say('reason.where', { thing: name, direction: say(`compass.${compass(bearing)}`) });
  const tall = height != null ? say('reason.high', { height: metres(height) }) : heights ? say('reason.high', { height: interval(heights, 'm') }) : null;
  const facts = [tall, distance_m == null ? null : say(ofCamera ? 'reason.from_camera' : 'reason.away', { distance: metres(distance_m) })].filter(Boolean);
  return facts.length ? say('reason.with', { thing: where, facts: facts.join(say('page.comma')) }) : where;
}

/** A cause of a gap as a sentence. */
export function cause(say, one) {
  if (one.cause === 'blocked' && one.use) return say('cause.blocked.by', { thing: thing(say, one) });
  return say.or(`cause.${one.cause}`, one.cause);
}

/** All causes of a gap, each with its share and the codes behind it: [sentence, note]. */
export const causes = (say, gap) => (gap.causes?.length ? gap.causes : gap.cause ? [{ cause: gap.cause, share: null }] : []).map(one => ({
  words: cause(say, one), share: one.share == null ? '' : share(one.share),
  note: [one.camera && say('reason.camera', { code: one.camera_name ? `${one.camera_name} (${one.camera})` : one.camera }), one.occluder && say('reason.code', { code: one.occluder })].filter(Boolean).join(say('page.comma')),
  camera: one.camera,
}));

// Words and unit of each condition that a view can fail by; has = as it is, needs = as it would have to be.
const MISSES = {
  horizontal_field: '°', near_edge: '°', far_edge: '°', density: 'px/m', range: 'm', max_tilt: '°', blocked: 'm',
  camera_inside: null, outside_room: null, inside_occluder: null, out_of_order: null, capture: null, unknown_azimuth: null, no_building: null,
};

/** What a camera's view of a point fails by. */
export function miss(say, one) {
  const code = one.code ?? one.condition;
  const unit = MISSES[code];
  if (unit && one.has != null && one.needs != null) return say(`miss.${code}`, { has: interval([one.has, one.has], unit), needs: interval([one.needs, one.needs], unit) });
  return say.or(`miss.${code}.bare`, say.or(`miss.${code}`, code).replace(/\s*[（(：:].*$/, ''));
}
