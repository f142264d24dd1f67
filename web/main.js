// Puts the page together: events become requests and patches of the store, and whoever watches redraws.

import { loadDetail, loadRegions, loadSites, loadState, loadSummary, newest, search } from './api.js';
import { byId, clone, fill, isNarrow, speak } from './dom.js';
import { createMap } from './map/map.js';
import { picture } from './map/samples.js';
import { mountDrawer } from './panels/drawer.js';
import { mountLegend } from './panels/legend.js';
import { mountList } from './panels/list.js';
import { mountSearch } from './panels/search.js';
import { mountStrip } from './panels/strip.js';
import { extentOf } from './extent.js';
import { mountAddress } from './address.js';
import { LAYERS, parse } from './route.js';
import { createStore, isSame } from './store.js';
import { firstLanguage, speaker, tagOf } from './texts/say.js';

const asked = parse(location.hash);
const remembered = name => { try { return localStorage.getItem(name); } catch { return null; } };
const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* a private window keeps nothing */ } };

const store = createStore({
  ...asked,
  region: null, // not before it is known to be there
  lang: firstLanguage(asked.lang, remembered('coverage.lang'), navigator.language),
  regions: null, summary: null, stamps: null, list: {}, detail: {}, hover: null, begun: false,
});
let say = speaker(store.get().lang);
const words = () => say;
const turns = { region: newest(), list: newest(), detail: newest(), search: newest() };

// ---- what people do ----

const act = {
  pick: selection => store.set({ selection, detail: {}, hover: null }),
  close: () => {
    const row = byId('list').querySelector('.row.chosen');
    store.set({ selection: null, detail: {} });
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
  find: async text => (await search(store.get().region, text, turns.search())).hits,
  more: () => loadList(store.get().list.next),
  again: () => refresh(),
};

// ---- what is fetched ----

async function begin() {
  try {
    const regions = await loadRegions();
    const region = [asked.region, remembered('coverage.region')].find(code => regions.some(r => r.code === code)) ?? regions[0]?.code ?? null;
    // An address of a region that is not here leads to no place and no thing of another one.
    const elsewhere = asked.region && asked.region !== region ? { selection: null, place: null } : {};
    store.set({ regions, region, begun: true, ...elsewhere });
    if (!store.get().place) home();
    if (!region) explain('none', './coverage\n./coverage import city.osm.pbf --region city');
  } catch (fault) {
    store.set({ list: { fault }, begun: true });
  }
}

async function loadRegion(region) {
  if (!region) return;
  const signal = turns.region();
  try {
    const [stamps, summary] = await Promise.all([loadState(region, signal), loadSummary(region, signal)]);
    const { purpose } = store.get();
    const known = summary.purposes.some(p => p.name === purpose);
    store.set({ stamps, summary, purpose: known ? purpose : summary.purposes[0]?.name ?? null });
    hint(summary);
  } catch (fault) {
    if (fault.name !== 'AbortError') store.set({ list: { fault } });
  }
}

async function loadList(after) {
  const { region, filter, list } = store.get();
  if (!region) return;
  const signal = turns.list();
  if (!after) store.set({ list: {} });
  try {
    const page = await loadSites(region, filter, after, signal);
    store.set({ list: { sites: [...(after ? list.sites : []), ...page.sites], total: page.total, next: page.next } });
  } catch (fault) {
    if (fault.name !== 'AbortError') store.set({ list: { fault } });
  }
}

async function loadSelected(region, selection) {
  const signal = turns.detail();
  if (!region || !selection) return void map.choose(null);
  try {
    const data = await loadDetail(region, selection, signal);
    store.set({ detail: { data } });
    map.reveal(extentOf(data), over());
  } catch (fault) {
    if (fault.name !== 'AbortError') store.set({ detail: { fault } });
  }
}

function refresh() {
  const { region, selection } = store.get();
  if (!region) return begin();
  loadRegion(region);
  loadList();
  if (selection) loadSelected(region, selection);
}

// ---- the map ----

const map = createMap(byId('map'), byId('scale'), () => {
  const { region, stamps, layers, purpose } = store.get();
  return { region, stamps, shown: new Set(layers), purpose };
}, {
  pick: hit => (hit ? act.pick({ kind: hit.kind, code: hit.code }) : store.get().selection && act.close()),
  hover: hit => { if (!isSame(hit, store.get().hover)) store.set({ hover: hit && { ...hit, onMap: true } }); },
  move: place => {
    if (store.get().begun) store.set({ place });
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

function hint(summary) {
  const { sites } = summary;
  if (!sites.total) explain('sites', `./coverage import city.osm.pbf --region ${store.get().region}`);
  else if (sites.not_analysed && !sites.judged) explain('analyse', `./coverage analyze --region ${store.get().region}`);
  else byId('begin').hidden = true;
}

function explain(what, command) {
  const part = clone('begin');
  part.title.textContent = say(`begin.${what}.title`);
  part.text.textContent = say(`begin.${what}.text`);
  part.command.textContent = command;
  fill(byId('begin'), part.root);
  byId('begin').hidden = false;
}

// ---- the frame ----

function drawFrame(lang, regions, region) {
  say = speaker(lang);
  document.documentElement.lang = tagOf(lang);
  document.title = say('page.title');
  speak(document.body, say);
  byId('language').lastElementChild.textContent = lang === 'en' ? '中文' : 'English';
  fill(byId('region'), (regions ?? []).map(r => new Option(r.name && r.name !== r.code ? `${r.name} (${r.code})` : r.code, r.code, false, r.code === region)));
  byId('credits-osm').hidden = !regions?.find(r => r.code === region)?.has_osm;
  if (store.get().summary) hint(store.get().summary);
}

// A legend that would cover half of the map steps aside for the drawer, and comes back.
let steppedAside = false;
function makeRoom(isOpen) {
  const legend = byId('legend');
  if (isOpen && legend.open && byId('map').clientWidth < 760) {
    legend.open = false;
    steppedAside = true;
  } else if (!isOpen && steppedAside) {
    legend.open = true;
    steppedAside = false;
  }
}

function showTab(list) {
  document.body.classList.toggle('show-list', list);
  byId('tab-list').setAttribute('aria-pressed', String(list));
  byId('tab-map').setAttribute('aria-pressed', String(!list));
}

byId('language').onclick = () => store.set({ lang: store.get().lang === 'en' ? 'zh' : 'en' });
byId('region').onchange = () => {
  store.set({ region: byId('region').value, selection: null, detail: {}, summary: null, stamps: null, list: {}, filter: { category: null, state: null, sort: 'worst' } });
  home();
};
byId('zoom-in').onclick = () => map.zoomBy(1);
byId('zoom-out').onclick = () => map.zoomBy(-1);
byId('zoom-home').onclick = home;
byId('tab-map').onclick = () => showTab(false);
byId('tab-list').onclick = () => showTab(true);
byId('skip').onclick = event => { event.preventDefault(); showTab(true); byId('list').focus(); };
document.addEventListener('visibilitychange', async () => {
  const { region, stamps } = store.get();
  if (document.hidden || !region || !stamps) return;
  const now = await loadState(region).catch(() => stamps);
  if (now.findings !== stamps.findings) refresh();
});

// ---- who watches what ----

store.watch(s => [s.lang, s.regions, s.region], drawFrame);
mountStrip(byId('strip'), store, words);
mountList(byId('list'), store, words, { ...act, pick: selection => { act.pick(selection); showTab(false); } });
mountDrawer(byId('drawer'), store, words, act);
mountSearch(byId('search'), byId('hits'), byId('search-said'), words, act);
byId('legend').open = innerWidth > 1100;
store.watch(s => [!!s.selection], makeRoom);
mountLegend(byId('legend-body'), store, words, act, picture);
store.watch(s => [s.region], region => {
  loadRegion(region);
  if (region) remember('coverage.region', region);
});
store.watch(s => [s.region, s.filter], () => loadList());
store.watch(s => [s.region, s.selection], loadSelected);
store.watch(s => [s.stamps, s.layers, s.purpose], () => map.redraw());
store.watch(s => [s.selection, s.detail, s.purpose], (selection, detail, purpose) => map.choose(selection?.kind, detail.data, purpose));
store.watch(s => [s.lang], lang => remember('coverage.lang', lang));
mountAddress(store, place => map.show(place));
if (asked.place) map.show(asked.place);
begin();
