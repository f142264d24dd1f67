// The sites beside the map: filtered, worst first, a page at a time.

import { clone, fill, speak } from '../dom.js';
import { exportOf } from '../api.js';
import { area, count, share } from '../format.js';
import { CATEGORIES, STATE_ORDER, STATE_MARKS } from './signs.js';
import { troubleBox } from './parts.js';

/** `act`: filter(patch), pick(selection), hover(selection, place), more(), again(). */
export function mountList(root, store, say, act) {
  const view = clone('list');
  fill(root, view.root);
  view.category.onchange = () => act.filter({ category: view.category.value || null });
  view.state.onchange = () => act.filter({ state: view.state.value || null });
  view.sort.onchange = () => act.filter({ sort: view.sort.value });
  view.clear.onclick = () => act.filter({ category: null, state: null });
  view.more.onclick = act.more;
  view.rows.onkeydown = event => walk(view.rows, event);
  store.watch(s => [s.lang, s.summary, s.filter, s.region, s.at], () => drawFilters(view, store.get(), say()));
  store.watch(s => [s.lang, s.list], () => drawRows(view, store.get(), say(), act));
  store.watch(s => [s.selection, s.hover], (selection, hover) => mark(view.rows, selection, hover));
}

function drawFilters(view, { summary, filter, region, at }, say) {
  speak(view.root, say);
  const categories = (summary?.categories ?? []).map(c => [c.category, `${say.or(`category.${c.category}`, c.category)} (${count(c.sites)})`]);
  const known = filter.category && !categories.some(([code]) => code === filter.category) && CATEGORIES.includes(filter.category) ? [[filter.category, say(`category.${filter.category}`)]] : [];
  options(view.category, [['', say('list.all_categories')], ...categories, ...known], filter.category ?? '');
  const states = STATE_ORDER.filter(state => summary?.sites[state] || filter.state === state).map(state => [state, `${say(`state.${state}`)} (${count(summary?.sites[state] ?? 0)})`]);
  options(view.state, [['', say('list.all_states')], ...states], filter.state ?? '');
  fill(view.files, region ? [files(region, 'sites', at, say), ' ', files(region, 'gaps', at, say)] : []);
  options(view.sort, [['worst', say('list.worst')], ['name', say('list.name')]], filter.sort);
}

function files(region, layer, at, say) {
  const item = document.createElement('span');
  item.append(`${say(`legend.${layer}`)} `, file(region, layer, 'csv', 'CSV', at, say), ' ', file(region, layer, 'geojson', 'GeoJSON', at, say));
  return item;
}

function file(region, layer, format, words, at, say) {
  const link = document.createElement('a');
  link.href = exportOf(region, layer, format, at);
  link.download = '';
  link.textContent = words;
  link.setAttribute('aria-label', `${say('list.export')} ${say(`legend.${layer}`)} ${words}`);
  return link;
}

function options(select, pairs, value) {
  fill(select, pairs.map(([code, words]) => new Option(words, code, false, code === value)));
}

function drawRows(view, state, say, act) {
  const { list, filter } = state;
  const filtered = !!(filter.category || filter.state);
  view.clear.hidden = !filtered;
  view.more.hidden = !list.next;
  view.total.textContent = list.total == null ? '' : list.total === 1 ? say('list.total.one') : say('list.total', { n: count(list.total) });
  if (list.fault) return fill(view.rows, wrap(troubleBox(say, list.fault, act.again)));
  if (!list.sites) return fill(view.rows, Array.from({ length: 8 }, () => clone('skeleton').root));
  if (!list.sites.length) return fill(view.rows, wrap(note(say('list.empty'))));
  fill(view.rows, list.sites.map(site => row(site, say, act)));
  mark(view.rows, state.selection, state.hover);
}

function row(site, say, act) {
  const part = clone('row');
  const selection = { kind: 'site', code: site.code };
  part.row.dataset.code = site.code;
  part.row.title = site.code;
  part.row.classList.add(`state-${site.state}`);
  part.name.textContent = site.name || site.code;
  part.kind.textContent = say.or(`category.${site.category}`, site.category);
  part.state.textContent = say(`state.${site.state}`);
  part.mark.setAttribute('d', STATE_MARKS[site.state]);
  part.gauge.setAttribute('stroke-dasharray', `${(site.ratio ?? 0) * 100} 100`);
  part.share.textContent = site.ratio == null ? '' : share(site.ratio);
  part.side.textContent = site.unseen_m2 > 0 ? say('list.row.unseen', { area: area(site.unseen_m2) }) : site.unproven_m2 > 0 ? say('list.row.unproven', { area: area(site.unproven_m2) }) : say(`state.${site.state}`);
  const place = { lat: site.point.coordinates[1], lng: site.point.coordinates[0] };
  part.row.onclick = () => act.pick(selection);
  part.row.onpointerenter = part.row.onfocus = () => act.hover(selection, place);
  part.row.onpointerleave = part.row.onblur = () => act.hover(null);
  return part.root;
}

function mark(rows, selection, hover) {
  for (const node of rows.querySelectorAll('.row')) {
    const { code } = node.dataset;
    const chosen = selection?.kind === 'site' && selection.code === code;
    node.classList.toggle('chosen', chosen);
    node.toggleAttribute('aria-current', chosen);
    const pointed = hover?.kind === 'site' && hover.code === code;
    node.classList.toggle('pointed', pointed);
    if (pointed && hover.onMap) node.scrollIntoView({ block: 'nearest' });
  }
}

// Arrows go from row to row, Home and End to the first and the last.
function walk(rows, event) {
  const all = [...rows.querySelectorAll('.row')];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  all[to].focus();
}

const wrap = node => {
  const item = document.createElement('li');
  item.append(node);
  return item;
};

function note(words) {
  const part = clone('note');
  part.text.textContent = words;
  return part.root;
}
