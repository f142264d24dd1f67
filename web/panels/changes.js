// What changed between two moments: in all, and by site, worst losses first.

import { comparisonFile } from '../api.js';
import { clone, fill, speak } from '../dom.js';
import { area, count, moment, share } from '../format.js';
import { note, troubleBox } from './parts.js';
import { earlier, zulu } from './time.js';

/** `act`: compare(iso), moment(iso or null), pick(selection), hover(selection, place), again(). */
export function mountChanges(root, store, say, act) {
  const view = clone('changes');
  fill(root, view.root);
  view.from.onchange = () => act.compare(view.from.value || null);
  view.to.onchange = () => act.moment(view.to.value || null);
  store.watch(s => [s.lang], () => speak(view.root, say()));
  store.watch(s => [s.moments, s.from, s.at, s.lang, s.page], () => {
    const state = store.get();
    if (state.page === 'changes' && !state.from && state.moments.data) {
      const first = earlier(state);
      if (first) return void act.compare(zulu(first));
    }
    choices(view, state, say());
  });
  store.watch(s => [s.comparison, s.moments, s.from, s.lang, s.region], () => draw(view, store.get(), say(), act));
  store.watch(s => [s.selection, s.hover], (selection, hover) => mark(view.rows, selection, hover));
}

function choices(view, { moments, from, at }, say) {
  const all = (moments.data?.moments ?? []).map(one => zulu(one.at));
  const some = chosen => [...new Set([chosen && !all.some(one => same(one, chosen)) ? chosen : null, ...all].filter(Boolean))];
  options(view.from, some(from).map(one => [one, moment(one)]), from, one => same(one, from));
  options(view.to, [['', say('time.now')], ...some(at).map(one => [one, moment(one)])], at ?? '', one => (at ? same(one, at) : one === ''));
}

const same = (a, b) => !!a && !!b && Date.parse(a) === Date.parse(b);

function options(select, pairs, value, isChosen) {
  fill(select, pairs.map(([code, words]) => new Option(words, code, false, isChosen(code))));
  select.disabled = pairs.length === 0;
}

function draw(view, state, say, act) {
  const { comparison, region, from, at, moments } = state;
  const { data, fault } = comparison;
  view.root.classList.toggle('busy', !data && !fault && !!from);
  view.totals.hidden = view.after.hidden = !data;
  if (fault) return fill(view.rows, troubleBox(say, fault, act.again));
  if (!from) return fill(view.rows, moments.data ? note(say('changes.none')) : []);
  if (!data) return fill(view.rows, Array.from({ length: 6 }, () => clone('skeleton').root));
  totals(view, data.totals, say);
  const more = data.totals.changed > data.sites.length ? [note(say('changes.more', { n: count(data.sites.length), m: count(data.totals.changed) }))] : [];
  fill(view.rows, data.sites.length ? [...data.sites.map(site => row(site, say, act)), ...more] : note(say('changes.same')));
  fill(view.files, [['sites.csv', 'CSV', 'legend.sites'], ['sites.geojson', 'GeoJSON', 'legend.sites'], ['ground.geojson', 'GeoJSON', 'changes.ground']].map(file => link(file, region, from, at, say)));
}

function totals(view, told, say) {
  const parts = [
    ['lost', 'changes.lost', area(told.lost_m2)], ['gained', 'changes.gained', area(told.gained_m2)], [null, 'changes.unchanged', area(told.unchanged_m2)],
    [null, 'changes.gaps', `${count(told.gaps_from)} → ${count(told.gaps_to)}`], [null, 'changes.compliant', `${count(told.compliant_from)} → ${count(told.compliant_to)}`],
  ];
  fill(view.totals, parts.map(([sign, key, value]) => {
    const part = clone('total');
    if (sign) part.swatch.classList.add(`changed-${sign}`);
    else part.swatch.remove();
    part.name.textContent = say(key);
    part.value.textContent = value;
    return part.root;
  }));
}

function row(site, say, act) {
  const part = clone('change');
  part.row.dataset.code = site.code;
  part.name.textContent = site.name || site.code;
  part.share.textContent = `${share(site.ratio_from)} → ${share(site.ratio_to)}`;
  part.note.textContent = words(site, say);
  part.lost.textContent = site.lost_m2 >= 0.5 ? `− ${area(site.lost_m2)}` : '';
  part.gained.textContent = site.gained_m2 >= 0.5 ? `+ ${area(site.gained_m2)}` : '';
  part.row.onclick = () => act.pick({ kind: 'site', code: site.code });
  const place = { lat: site.point.coordinates[1], lng: site.point.coordinates[0] };
  part.row.onpointerenter = part.row.onfocus = () => act.hover({ kind: 'site', code: site.code }, place);
  part.row.onpointerleave = part.row.onblur = () => act.hover(null);
  return part.root;
}

function words(site, say) {
  if (!site.state_from) return say('changes.appeared');
  if (!site.state_to) return say('changes.vanished');
  const state = site.state_from === site.state_to ? say(`state.${site.state_to}`) : `${say(`state.${site.state_from}`)} → ${say(`state.${site.state_to}`)}`;
  return `${state}${say('page.comma')}${say('time.gaps', { opened: count(site.gaps_opened), closed: count(site.gaps_closed) })}`;
}

function link([file, words, key], region, from, at, say) {
  const item = document.createElement('span');
  const anchor = document.createElement('a');
  anchor.href = comparisonFile(region, file, from, at);
  anchor.download = '';
  anchor.textContent = `${say(key)} ${words}`;
  item.append(anchor);
  return item;
}

function mark(rows, selection, hover) {
  for (const one of rows.querySelectorAll('.row')) {
    one.classList.toggle('chosen', selection?.kind === 'site' && selection.code === one.dataset.code);
    one.classList.toggle('pointed', hover?.kind === 'site' && hover.code === one.dataset.code);
  }
}
