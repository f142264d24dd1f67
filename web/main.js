// Puts the page together: events become requests and patches of the store, and whoever watches redraws.

import { eventsOf, loadState, newest, search } from './api.js';
import { createEditing } from './editing.js';
import { byId, isNarrow } from './dom.js';
import { extentOf } from './extent.js';
import { mountAddress } from './address.js';
import { createAuditing } from './auditing.js';
import { mountFrame } from './frame.js';
import { createLive } from './live.js';
import { createLoading } from './loading.js';
import { createMap } from './map/map.js';
import { picture } from './map/samples.js';
import { mountArchive } from './panels/archive.js';
import { createImporting } from './importing.js';
import { mountChanges } from './panels/changes.js';
import { mountData } from './panels/data.js';
import { mountDrawer } from './panels/drawer.js';
import { mountLegend } from './panels/legend.js';
import { mountPaper } from './paper.js';
import { mountList } from './panels/list.js';
import { mountPolicies } from './panels/policies.js';
import { mountSearch } from './panels/search.js';
import { mountStrip } from './panels/strip.js';
import { mountTime } from './panels/time.js';
import { LAYERS, parse } from './route.js';
import { createStore, isSame } from './store.js';
import { firstLanguage, speaker } from './texts/say.js';

const PROBED_FROM = 14;
const asked = parse(location.hash);
const remembered = name => { try { return localStorage.getItem(name); } catch { return null; } };
const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* a private window keeps nothing */ } };

const store = createStore({
  ...asked,
  region: null, // not before it is known to be there
  lang: firstLanguage(asked.lang, remembered('coverage.lang'), navigator.language),
  regions: null, summary: null, stamps: null, list: {}, detail: {}, hover: null, begun: false,
  moments: {}, comparison: {}, ground: {}, policies: {}, survey: {}, sight: {}, edit: null, progress: null,
  rules: null, archive: {}, marks: {}, history: {}, correcting: null, deliveries: {}, delivery: {}, importing: null, undoing: null,
});
const words = () => speaker(store.get().lang);
const finding = newest();

// ---- what people do ----

const act = {
  pick: selection => store.set({ selection, detail: {}, hover: null, edit: null, correcting: null, survey: {} }),
  probe: ({ lat, lng }) => act.pick({ kind: 'probe', code: `${lng.toFixed(6)},${lat.toFixed(6)}` }),
  close: () => {
    const row = document.querySelector('.row.chosen');
    store.set({ selection: null, detail: {}, edit: null, correcting: null });
    (row?.offsetParent ? row : byId('map')).focus({ preventScroll: true });
  },
  filter: patch => store.set({ filter: { ...store.get().filter, ...patch } }),
  layer: (name, on) => store.set({ layers: LAYERS.filter(layer => (layer === name ? on : store.get().layers.includes(layer))) }),
  purpose: purpose => store.set({ purpose }),
  hover: (hover, place) => {
    if (!isSame(hover, store.get().hover)) store.set({ hover });
    map.point(place);
  },
  point: place => map.point(place || null),
  find: async text => (await search(store.get().region, text, finding())).hits,
  more: () => load.list(store.get().list.next),
  again: () => load.refresh(),
  moment: at => store.set({ at, summary: null, stamps: null, list: {}, detail: {}, edit: null }),
  compare: from => store.set({ page: 'changes', from }),
  go: page => store.set({ page }),
};

// ---- what is fetched ----

const load = createLoading(store, {
  shown: (selection, detail) => { if (detail.lon === null) return; if (selection.kind !== 'overreach' || detail.overreach.length) map.reveal(extentOf(detail), over()); },
  ready: summary => frame.hint(summary),
  none: () => frame.explain('none', './coverage\n./coverage import city.osm.pbf --region city'),
});

const live = createLive({
  shown: () => store.get().stamps,
  changed: () => load.refresh(true),
  progress: progress => store.set({ progress }),
});

document.addEventListener('visibilitychange', async () => {
  const { region, stamps, at } = store.get();
  if (document.hidden || !region || !stamps) return;
  const now = await loadState(region, at).catch(() => stamps);
  if (now.findings !== stamps.findings) load.refresh(true);
});

// ---- the map ----

// Where two moments are compared, their difference speaks alone.
function shownLayers({ layers, page }) {
  const hidden = new Set(page === 'changes' ? ['gaps', 'views', 'seen', 'overreach', 'areas'] : []);
  return new Set([...layers.filter(name => !hidden.has(name)), ...(page === 'changes' ? ['changes'] : [])]);
}

const map = createMap(byId('map'), byId('scale'), () => {
  const { region, stamps, at, purpose } = store.get();
  return { region, stamps, at, shown: shownLayers(store.get()), purpose };
}, {
  pick: (hit, place, zoom) => {
    const { selection, at, edit, page } = store.get();
    if (edit || store.get().correcting) return;
    if (hit) act.pick({ kind: hit.kind, code: hit.code });
    else if (page === 'map' && !at && zoom >= PROBED_FROM) act.probe(place);
    else if (selection) act.close();
  },
  hover: hit => { if (!isSame(hit, store.get().hover)) store.set({ hover: hit && { ...hit, onMap: true } }); },
  move: (place, bbox) => {
    if (store.get().begun) store.set({ place });
    if (store.get().page === 'changes') load.ground(bbox);
    if (store.get().page === 'archive') load.marks(bbox);
    byId('map-trouble').hidden = true;
  },
  trouble: () => (byId('map-trouble').hidden = false),
});

function home() {
  const { regions, region } = store.get();
  const extent = regions?.find(r => r.code === region)?.extent;
  if (extent) map.fit(extent, over(), 17);
}

// What lies over the map: the legend at the left of a wide one, the sheet at the bottom of a phone.
function over() {
  return {
    left: byId('legend').open && byId('map').clientWidth > 560 ? byId('legend').offsetWidth : 0,
    bottom: isNarrow() && !byId('drawer').hidden ? byId('drawer').offsetHeight : 0,
  };
}

// ---- who watches what ----

const frame = mountFrame(store, words, { ...act, home, zoom: map.zoomBy, middle: () => act.probe(map.middle()) });
const editing = createEditing(store, map, load, words);
Object.assign(act, { edit: editing.begin, survey: load.survey }, createAuditing(store, map, load));
mountStrip(byId('strip'), store, words);
mountList(byId('list'), store, words, { ...act, pick: selection => { act.pick(selection); frame.showTab(false); } });
mountChanges(byId('changes'), store, words, { ...act, pick: selection => { act.pick(selection); frame.showTab(false); } });
mountArchive(byId('archive'), store, words, { ...act, pick: selection => { act.pick(selection); frame.showTab(false); } });
const importing = createImporting(store, load);
mountData(byId('data'), store, words, { ...act, ...importing, moreDeliveries: load.moreDeliveries });
mountPolicies(byId('policies'), store, words, { ...act, reload: () => load.policies(true) });
mountTime(byId('time'), byId('time-panel'), byId('past'), store, words, { ...act, open: load.moments });
mountDrawer(byId('drawer'), store, words, { ...act, editing, watchEdit: tell => store.watch(s => [s.edit], tell) });
mountSearch(byId('search'), byId('hits'), byId('search-said'), words, act);
mountLegend(byId('legend-body'), store, words, act, picture);

store.watch(s => [s.region, s.at], region => {
  load.region();
  if (region) remember('coverage.region', region);
});
store.watch(s => [s.region], region => live.follow(region && eventsOf(region)));
store.watch(s => [s.region, s.at, s.filter], () => load.list());
store.watch(s => [s.region, s.at, s.selection, s.selection?.kind === 'probe' && s.purpose], () => load.detail());
store.watch(s => [s.detail, s.purpose, s.at], () => load.sight());
store.watch(s => [s.region, s.page, s.from, s.at], (region, page) => {
  load.comparison();
  load.ground(map.box());
  load.policies();
  load.deliveries();
  if (page === 'changes') load.moments();
});
store.watch(s => [s.stamps, s.layers, s.purpose, s.page, s.at], () => map.redraw());
store.watch(s => [s.ground], ground => map.changes(ground.data ?? null));
store.watch(s => [s.selection, s.detail, s.purpose, !!s.edit, s.sight], (selection, { data }, purpose, isEdited, sight) => {
  const uncounted = data && sight.code === data.code ? { uncounted: sight.views } : {};
  map.choose(isEdited ? null : selection?.kind, isEdited || !data || data.lon === null ? null : { ...data, ...uncounted }, purpose);
});
store.watch(s => [s.lang], lang => remember('coverage.lang', lang));
store.watch(s => [s.region, s.page, s.data], () => {
  load.delivery();
  importing.look();
});
mountPaper(byId('paper'), store, words);
mountAddress(store, place => map.show(place));
if (asked.place) map.show(asked.place);
await load.begin(asked.region, remembered('coverage.region'));
if (!store.get().place) home();
