// The frame around the panels: language, region, pages, tabs, the legend's room, the progress of longer work, first steps.

import { byId, clone, fill, speak } from './dom.js';
import { share } from './format.js';
import { format, PAGES } from './route.js';
import { tagOf } from './texts/say.js';

/** `act`: home(), zoom(steps), middle(). Gives showTab(list), hint(summary), explain(what, command). */
export function mountFrame(store, words, act) {
  const frame = {
    showTab(list) {
      document.body.classList.toggle('show-list', list);
      byId('tab-list').setAttribute('aria-pressed', String(list));
      byId('tab-map').setAttribute('aria-pressed', String(!list));
    },
    hint(summary) {
      const { sites } = summary;
      const { region, at } = store.get();
      if (at) byId('begin').hidden = true;
      else if (!sites.total) frame.explain('sites', `./coverage import city.osm.pbf --region ${region}`);
      else if (sites.not_analysed && !sites.judged) frame.explain('analyse', `./coverage analyze --region ${region}`);
      else byId('begin').hidden = true;
    },
    explain(what, command) {
      const part = clone('begin');
      part.title.textContent = words()(`begin.${what}.title`);
      part.text.textContent = words()(`begin.${what}.text`);
      part.command.textContent = command;
      fill(byId('begin'), part.root);
      byId('begin').hidden = false;
    },
  };
  listen(store, act, frame);
  byId('legend').open = innerWidth > 1100;
  store.watch(s => [s.lang, s.regions, s.region], () => {
    draw(store.get(), words());
    if (store.get().summary) frame.hint(store.get().summary);
  });
  store.watch(s => [s.page, s.region, s.at, s.from, s.place, s.lang, s.layers, s.purpose], () => pages(store.get()));
  store.watch(s => [s.progress, s.lang], progress => drawProgress(progress, words()));
  store.watch(s => [!!s.selection], makeRoom());
  return frame;
}

function listen(store, act, frame) {
  byId('language').onclick = () => store.set({ lang: store.get().lang === 'en' ? 'zh' : 'en' });
  byId('region').onchange = () => {
    store.set({
      region: byId('region').value, at: null, from: null, selection: null, detail: {}, edit: null, summary: null, stamps: null, list: {}, moments: {},
      filter: { category: null, state: null, sort: 'worst' }, correcting: null, archive: {}, marks: {},
      audit: { show: 'findings', rule: null, severity: null, unit: null }, data: { delivery: null, file: null, missing: null }, deliveries: {}, delivery: {},
    });
    act.home();
  };
  byId('zoom-in').onclick = () => act.zoom(1);
  byId('zoom-out').onclick = () => act.zoom(-1);
  byId('zoom-home').onclick = act.home;
  byId('zoom-probe').onclick = act.middle;
  byId('tab-map').onclick = () => frame.showTab(false);
  byId('tab-list').onclick = () => frame.showTab(true);
  byId('skip').onclick = event => {
    event.preventDefault();
    frame.showTab(true);
    byId({ changes: 'changes', archive: 'archive', data: 'data', policies: 'policies' }[store.get().page] ?? 'list').focus();
  };
}

function draw({ lang, regions, region }, say) {
  document.documentElement.lang = tagOf(lang);
  document.title = say('page.title');
  speak(document.body, say);
  byId('language').lastElementChild.textContent = lang === 'en' ? '中文' : 'English';
  fill(byId('region'), (regions ?? []).map(r => new Option(r.name && r.name !== r.code ? `${r.name} (${r.code})` : r.code, r.code, false, r.code === region)));
  byId('credits-osm').hidden = !regions?.find(r => r.code === region)?.has_osm;
}

function pages(state) {
  document.body.dataset.page = state.page;
  for (const page of PAGES) {
    const link = byId(`rail-${page}`);
    link.href = format({ ...state, page, selection: null, ...(page === 'policies' || page === 'archive' || page === 'data' ? { at: null } : {}), data: {} });
    if (page === state.page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  byId('list').hidden = state.page !== 'map';
  byId('changes').hidden = state.page !== 'changes';
  byId('archive').hidden = state.page !== 'archive';
  byId('data').hidden = state.page !== 'data';
  byId('policies').hidden = state.page !== 'policies';
  byId('zoom-probe').hidden = state.page !== 'map' || !!state.at;
}

function drawProgress(progress, say) {
  const box = byId('progress');
  box.hidden = !progress;
  if (!progress) return;
  const isKnown = Number.isFinite(progress.share);
  byId('progress-bar').style.width = isKnown ? `${Math.round(100 * progress.share)}%` : '';
  box.classList.toggle('unknown', !isKnown);
  const doing = say.or(`doing.${progress.doing}`, progress.doing || say('doing.analysis'));
  byId('progress-text').textContent = isKnown ? say('progress.share', { doing, share: share(progress.share) }) : say('progress.some', { doing });
}

// A legend that would cover half of the map steps aside for the drawer, and comes back.
function makeRoom() {
  let steppedAside = false;
  return isOpen => queueMicrotask(() => {
    const legend = byId('legend');
    if (isOpen && legend.open && byId('map').clientWidth < 760) {
      legend.open = false;
      steppedAside = true;
    } else if (!isOpen && steppedAside) {
      legend.open = true;
      steppedAside = false;
    }
  });
}
