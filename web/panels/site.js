// One site in the drawer.

import { clone } from '../dom.js';
import { area, count, interval, metres, moment, share } from '../format.js';
import { facts, items, needs, note, parts, purposeFacts, section, troubleBox, verdict } from './parts.js';
import { causes } from './reasons.js';

export function siteBody(say, site, act, state) {
  const words = site.in_scope === false ? 'out_of_scope' : site.state;
  const values = { share: share(site.ratio), area: area(site.area_m2) };
  return {
    kind: say.or(`category.${site.category}`, site.category),
    title: site.name || site.code,
    code: site.code,
    nodes: [
      verdict(site.state, say(`state.${site.state}`), say(`site.${words}`, values)),
      site.area_m2 > 0 ? parts(say, site) : null,
      site.area_m2 > 0 ? shares(say, site) : null,
      site.zones.length ? section(say('site.zones'), count(site.zones.length), site.zones.map(zone => zoneBox(say, zone, site))) : null,
      site.zones.length ? section(say('site.gaps'), count(site.gap_count), gapList(say, site, act), say('site.gaps.none')) : null,
      site.cameras ? section(say('site.cameras'), count(site.cameras.length), cameraList(say, site, act), say('site.cameras.none')) : note(say('site.cameras.past')),
      site.cameras && site.unproven_m2 > 0 ? surveyBox(say, site, act, state.survey) : null,
      note(say('credits.limits')),
      note(say('site.source', { source: site.source, moment: moment(site.recorded_at) })),
    ],
  };
}

// By day and by night what is certain; what mid-values would give is set apart, as it proves nothing.
function shares(say, site) {
  const isNight = site.ratio_night != null;
  return facts([
    isNight ? [say('site.ratio.day'), share(site.ratio)] : null,
    isNight ? [say('site.ratio.night'), share(site.ratio_night), say(site.zones.some(zone => zone.hours === 'always') ? 'site.ratio.night.note' : 'site.ratio.night.only')] : null,
    site.ratio_nominal != null && site.unproven_m2 > 0 ? [say('site.ratio.nominal'), share(site.ratio_nominal), say('site.ratio.nominal.note')] : null,
  ]);
}

// Whose records to complete first: each survey could prove so much more.
function surveyBox(say, site, act, survey) {
  const mine = survey.site === site.code ? survey : {};
  if (mine.fault) return section(say('site.survey'), '', [troubleBox(say, mine.fault, act.survey)]);
  if (!mine.data) return askBox(say, act, mine.loading);
  const rows = mine.data.cameras.map((camera, i) => ({
    sign: 'unproven', name: `${i + 1}. ${camera.name || camera.camera}`,
    note: say('site.survey.fields', { fields: camera.fields.map(field => say.or(`camera.${field}`, field)).join(say('page.comma')) }),
    side: say('site.survey.adds', { area: area(camera.adds_m2), share: share(camera.cumulative_share) }),
    pick: () => act.pick({ kind: 'camera', code: camera.camera }),
  }));
  return section(say('site.survey'), count(rows.length), rows.length ? [items(rows), note(say('site.survey.note'))] : [], say('site.survey.none'));
}

function askBox(say, act, isLoading) {
  const part = clone('ask');
  part.text.textContent = say('site.survey.why');
  part.button.textContent = say(isLoading ? 'time.loading' : 'site.survey.ask');
  part.button.disabled = !!isLoading;
  part.button.onclick = act.survey;
  return section(say('site.survey'), '', [part.root]);
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
  part.facts.textContent = [area(zone.area_m2), purposeFacts(say, zone), zone.ring ? say('site.ring') : null, zone.indoor ? say('site.indoor') : null,
    zone.ratio_night != null ? say('site.zone.night', { share: share(zone.ratio_night) }) : null,
    zone.ratio_nominal != null && zone.ratio_nominal - zone.ratio > 0.0005 ? say('site.zone.nominal', { share: share(zone.ratio_nominal) }) : null].filter(Boolean).join(' · ');
  return part.root;
}

function gapList(say, site, act) {
  if (!site.gaps.length) return [];
  const rows = site.gaps.map(gap => ({
    sign: gap.certainty === 'certain' ? 'unseen' : 'unproven',
    name: area(gap.area_m2),
    note: [say(`gap.kind.${gap.certainty}`), gap.cause !== 'unproven' ? causes(say, gap)[0]?.words ?? say('gap.cause.unknown') : null, gap.action ? say.or(`action.${gap.action}`, gap.action) : null].filter(Boolean).join(' · '),
    side: gap.width_m == null ? '' : metres(gap.width_m),
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
