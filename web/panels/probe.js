// One point of the ground: which cameras could see it, and what each fails by, nearest miss first.

import { clone, fill, speak } from '../dom.js';
import { count, interval, metres, place } from '../format.js';
import { items, note, purpose, section, verdict } from './parts.js';
import { miss, thing } from './reasons.js';

const MOST_BLOCKERS = 2;
const STATES = { watched: 'compliant', protected: 'not_required', exempt: 'not_required', built: 'nothing_to_watch', other: 'not_required' };

export function probeBody(say, probe, act, state) {
  const [lon, lat] = probe.point.coordinates ?? probe.point;
  const seeing = probe.cameras.filter(sees);
  const certain = seeing.filter(camera => camera.certainty === 'certain');
  return {
    kind: say('probe.kind'),
    title: say('probe.title'),
    code: place(lon, lat),
    nodes: [
      standing(say, probe, certain.length, seeing.length),
      purposes(say, state, act),
      probe.zones.length ? section(say('site.zones'), count(probe.zones.length), [items(probe.zones.map(zone => ({
        name: zone.site_name || zone.site, note: [say('site.zone', { zone: zone.zone }), purpose(say, zone.purpose)].join(' · '),
        pick: () => act.pick({ kind: 'site', code: zone.site }) })))]) : null,
      probe.gap ? section(say('legend.gaps'), '', [items([{
        sign: 'unseen', name: say('gap.number', { id: probe.gap.id ?? probe.gap }), pick: () => act.pick({ kind: 'gap', code: String(probe.gap.id ?? probe.gap) }) }])]) : null,
      section(say('probe.cameras'), count(probe.cameras.length), probe.cameras.length ? [list(say, probe.cameras, act)] : [], say('probe.cameras.none')),
      probe.cameras.some(camera => camera.point) ? note(say('probe.lines')) : null,
      note(say('credits.limits')),
    ],
  };
}

// By the stored views of a camera that works; an estimate may see it and still miss something at mid-values.
const sees = camera => !!camera.certainty && camera.status !== 'repair';

function standing(say, probe, certain, some) {
  const ground = say.or(`probe.ground.${probe.ground}`, '');
  if (['protected', 'exempt', 'built'].includes(probe.ground)) return verdict(STATES[probe.ground], say('probe.ground'), ground);
  const [state, key] = certain ? ['compliant', 'probe.seen'] : some ? ['unproven', 'probe.maybe'] : ['not_compliant', 'probe.unseen'];
  return verdict(state, say(key, { n: count(certain || some) }), ground);
}

function purposes(say, { summary, purpose: chosen }, act) {
  if (!summary || summary.purposes.length < 2) return note(say('probe.for', { purpose: purpose(say, chosen) }));
  const part = clone('probe-purpose');
  speak(part.root, say);
  fill(part.select, summary.purposes.map(({ name }) => new Option(purpose(say, name), name, false, name === chosen)));
  part.select.onchange = () => act.purpose(part.select.value);
  return part.root;
}

function list(say, cameras, act) {
  return items(cameras.map(camera => ({
    sign: !sees(camera) ? 'unseen' : camera.certainty === 'certain' ? 'seen' : 'unproven',
    name: camera.name || camera.code,
    note: [verdictOf(say, camera), ...camera.misses.filter(one => (one.code ?? one.condition) !== 'blocked' || !camera.blockers.length).map(one => miss(say, one)),
      ...behind(say, camera.blockers),
      camera.estimated ? say('probe.estimated') : null].filter(Boolean).join(' '),
    side: camera.distance_m == null ? '' : [metres(camera.distance_m), interval([camera.ppm, camera.ppm], 'px/m')].join(' · '),
    pick: () => act.pick({ kind: 'camera', code: camera.code }),
    point: on => act.point(on && camera.point && { lat: camera.point.coordinates[1], lng: camera.point.coordinates[0] }),
  })));
}

// The nearest of what stands in the way, and how much more there is.
function behind(say, blockers) {
  const told = blockers.slice(0, MOST_BLOCKERS).map(one => say('miss.behind', { thing: thing(say, one), code: one.code }));
  return blockers.length > MOST_BLOCKERS ? [...told, say('miss.behind.more', { n: count(blockers.length - MOST_BLOCKERS) })] : told;
}

function verdictOf(say, camera) {
  if (camera.status === 'repair') return say('probe.camera.repair');
  if (!camera.certainty) return null;
  return say(camera.certainty === 'certain' ? 'probe.camera.sees' : 'probe.camera.maybe');
}
