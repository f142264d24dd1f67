// One site in the drawer.

import { clone } from '../dom.js';
import { area, count, interval, metres, moment, share } from '../format.js';
import { items, needs, note, parts, purposeFacts, section, verdict } from './parts.js';

export function siteBody(say, site, act) {
  const words = site.in_scope === false ? 'out_of_scope' : site.state;
  const values = { share: share(site.ratio), area: area(site.area_m2) };
  return {
    kind: say.or(`category.${site.category}`, site.category),
    title: site.name || site.code,
    code: site.code,
    nodes: [
      verdict(site.state, say(`state.${site.state}`), say(`site.${words}`, values)),
      site.area_m2 > 0 ? parts(say, site) : null,
      site.zones.length ? section(say('site.zones'), count(site.zones.length), site.zones.map(zone => zoneBox(say, zone, site))) : null,
      site.zones.length ? section(say('site.gaps'), count(site.gap_count), gapList(say, site, act), say('site.gaps.none')) : null,
      section(say('site.cameras'), count(site.cameras.length), cameraList(say, site, act), say('site.cameras.none')),
      note(say('site.source', { source: site.source, moment: moment(site.recorded_at) })),
    ],
  };
}

function zoneBox(say, zone, site) {
  const part = clone('zone');
  const whole = site.zones.length === 1 && zone.zone === site.code;
  part.name.textContent = zone.name || (whole ? say('site.whole') : say('site.zone', { zone: zone.zone }));
  const state = zone.compliant == null ? 'nothing_to_watch' : zone.compliant ? 'met' : 'missed';
  part.badge.classList.add(`badge-${state}`);
  part.badge.textContent = zone.ratio == null ? say('state.nothing_to_watch') : `${share(zone.ratio)} · ${say(zone.compliant ? 'site.met' : 'site.missed')}`;
  part.needs.textContent = [
    needs(say, zone),
    zone.min_cameras > 1 ? say('site.min_cameras', { n: zone.min_cameras }) : null,
    zone.min_retention_days ? say('site.retention', { n: zone.min_retention_days }) : null,
  ].filter(Boolean).join(say('page.comma'));
  part.facts.textContent = [area(zone.area_m2), purposeFacts(say, zone), zone.ring ? say('site.ring') : null, zone.indoor ? say('site.indoor') : null].filter(Boolean).join(' · ');
  return part.root;
}

function gapList(say, site, act) {
  if (!site.gaps.length) return [];
  const rows = site.gaps.map(gap => ({
    sign: gap.certainty === 'certain' ? 'unseen' : 'unproven',
    name: area(gap.area_m2),
    note: [say(`gap.kind.${gap.certainty}`), gap.cause && gap.cause !== 'unproven' ? say.or(`cause.${gap.cause}`, gap.cause) : null].filter(Boolean).join(' · '),
    side: metres(gap.width_m),
    pick: () => act.pick({ kind: 'gap', code: gap.id }),
    point: on => act.point(on && at(gap.point.coordinates)),
  }));
  const more = site.gap_count > rows.length ? [note(say('site.gaps.more', { n: count(rows.length), m: count(site.gap_count) }))] : [];
  return [items(rows), ...more];
}

function cameraList(say, site, act) {
  if (!site.cameras.length) return [];
  return [items(site.cameras.map(camera => ({
    sign: camera.certain_m2 > 0 ? 'seen' : 'unproven',
    name: camera.name || camera.code,
    note: [say.or(`type.${camera.type}`, camera.type), camera.azimuth ? camera.azimuth.map(a => interval([a, a], '°')).join(' / ') : null].filter(Boolean).join(' · '),
    side: camera.certain_m2 > 0 ? say('site.camera.certain', { area: area(camera.certain_m2) }) : say('site.camera.estimate', { area: area(camera.area_m2) }),
    pick: () => act.pick({ kind: 'camera', code: camera.code }),
    point: on => act.point(on && at([camera.lon, camera.lat])),
  })))];
}

const at = ([lng, lat]) => ({ lat, lng });
