// One camera in the drawer: what the record says, what it was taken to be, what it sees.

import { area, compass, count, interval, metres, moment, place } from '../format.js';
import { clone } from '../dom.js';
import { fileSection, findingSection, historySection } from './camera-file.js';
import { correctBody } from './correct.js';
import { editBody } from './edit.js';
import { facts, items, note, purpose, section, verdict } from './parts.js';

export function cameraBody(say, camera, act, state) {
  if (camera.lon == null) return unplacedBody(say, camera, act, state);
  if (state.edit?.code === camera.code) return editBody(say, camera, act, state);
  if (state.correcting === camera.code) return correctBody(say, camera, act, state);
  return {
    kind: say.or(`type.${camera.type}`, camera.type),
    title: camera.name || camera.code,
    code: camera.code,
    nodes: [
      standing(say, camera),
      missing(say, camera),
      ...(state.at ? [note(say('camera.now_only'))] : [editButton(say, act), findingSection(say, state.lang, camera, act)]),
      section(say('camera.facts'), '', [facts([
        [say('camera.status'), say.or(`status.${camera.status}`, camera.status)],
        [say('camera.class'), camera.class == null ? say('camera.not_recorded') : say.or(`camera.class.${camera.class}`, String(camera.class))],
        [say('camera.azimuth'), azimuth(say, camera)],
        ...camera.facts.map(fact => measured(say, fact)),
        [say('camera.mount'), say.or(`mount.${camera.mount}`, camera.mount), camera.indoor ? say('site.indoor') : ''],
        [say('camera.place'), place(camera.lon, camera.lat), camera.position_tolerance ? `± ${metres(camera.position_tolerance)}` : ''],
      ])]),
      section(say('camera.views'), '', viewList(say, camera, state), say('camera.views.none')),
      state.sight.code === camera.code && state.sight.views.length ? note(say('camera.view.uncounted')) : null,
      section(say('camera.sites'), count(camera.sites.length), siteList(say, camera, act), say('camera.sites.none')),
      fileSection(say, camera, state.at ? null : act.correct),
      historySection(say, camera, state.history),
      note(say('site.source', { source: camera.source, moment: moment(camera.recorded_at) })),
    ],
  };
}

// Without a place there is nothing to see and to turn: the file alone.
const unplacedBody = (say, camera, act, state) => ({
  kind: say.or(`type.${camera.type}`, camera.type),
  title: camera.name || camera.code,
  code: camera.code,
  nodes: [
    verdict('not_analysed', say('archive.unplaced'), say('archive.unplaced.words')),
    findingSection(say, state.lang, camera, act), fileSection(say, camera), historySection(say, camera, state.history),
    note(say('site.source', { source: camera.source, moment: moment(camera.recorded_at) })),
  ],
});

function editButton(say, act) {
  const part = clone('ask');
  part.text.remove();
  part.button.textContent = say('edit.begin');
  part.button.onclick = act.edit;
  return part.root;
}

const missing = (say, { missing: lacking }) => (!lacking ? null
  : verdict('unproven', say('camera.missing'), say('camera.missing.words', { source: lacking.source, moment: moment(lacking.since), id: lacking.delivery ?? '–' })));

function standing(say, camera) {
  if (camera.status === 'repair') return verdict('not_compliant', say('status.repair'), say('camera.blind.out_of_order'));
  if (camera.blind) return verdict('not_compliant', say('legend.cameras.blind'), say.or(`camera.blind.${camera.blind}`, camera.blind));
  if (!camera.analysed) return verdict('not_analysed', say('state.not_analysed'), say('camera.state.not_analysed'));
  return camera.estimated
    ? verdict('unproven', say('camera.as_estimate'), say('camera.state.estimated'))
    : verdict('compliant', say('status.in_use'), say('camera.state.works'));
}

function azimuth(say, camera) {
  if (!camera.azimuth) return say('camera.not_recorded');
  return camera.azimuth.map(value => {
    const degrees = Number(value.toFixed(1));
    return camera.azimuth_tolerance
      ? say('camera.azimuth.tolerance', { degrees, tolerance: camera.azimuth_tolerance })
      : say('camera.azimuth.value', { degrees, compass: say(`compass.${compass(value)}`) });
  }).join(', ');
}

function measured(say, fact) {
  const name = say(`camera.${fact.name}`);
  if (fact.name === 'vfov' && fact.used?.[0] === 180) return [name, say('camera.unbounded'), fact.recorded ? '' : say('camera.as_default')];
  if (!fact.used || fact.used[0] == null) return [name, fact.name === 'range' ? say('camera.no_cap') : say('camera.not_recorded')];
  return [name, interval(fact.used, fact.unit), fact.recorded ? '' : say('camera.as_default')];
}

function viewList(say, camera, state) {
  const views = [...camera.views, ...(state.sight.code === camera.code ? state.sight.views.map(view => ({ ...view, isUncounted: true })) : [])];
  if (!views.length) return [];
  return [facts(views.filter(view => !isSaid(view, views))
    .toSorted((a, b) => Number(b.purpose === state.purpose) - Number(a.purpose === state.purpose))
    .map(view => [purpose(say, view.purpose), area(view.area_m2), viewWords(say, view)]))];
}

// What is certain of nearly as much ground, at the same hours, says it already.
const isSaid = (view, views) => view.certainty !== 'certain'
  && views.some(one => one.certainty === 'certain' && one.purpose === view.purpose && one.light === view.light && one.area_m2 >= 0.98 * view.area_m2);

// How sure a view is, and when. What is dim is certain by day and by night only possible.
function viewWords(say, { certainty, light, isUncounted }) {
  const sure = say(`camera.view.${certainty}`);
  const told = light === 'dim' ? say('camera.light.dim') : light === 'day' || light === 'night' ? say(`camera.light.${light}`, { certainty: sure }) : sure;
  return isUncounted ? say('camera.view.would', { told }) : told;
}

const siteList = (say, camera, act) => (!camera.sites.length ? [] : [items(camera.sites.map(site => ({
  name: site.name || site.code,
  note: say.or(`category.${site.category}`, site.category),
  side: say(`state.${site.state}`),
  pick: () => act.pick({ kind: 'site', code: site.code }),
})))]);
