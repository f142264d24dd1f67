// What is on the map now, what each mark means and how many there are; each layer can be switched off.

import { clone, fill, speak } from '../dom.js';
import { count } from '../format.js';
import { purpose } from './parts.js';
import { STATE_ORDER } from './signs.js';

// The map zoom from which each layer is drawn, as the server's tiles have it.
const DRAWN_FROM = { gaps: 13, seen: 15, views: 15, areas: 13, buildings: 14, overreach: 13 };
// What keeps silent while two moments are compared.
const SILENT = ['gaps', 'seen', 'views', 'areas', 'overreach'];
const ONE_BY_ONE_FROM = 15;

/** `act`: layer(name, on), purpose(name). `picture(canvas, key)` draws a sample with the map's own brushes. */
export function mountLegend(root, store, say, act, picture) {
  store.watch(s => [s.lang, s.summary, s.layers, s.purpose, zoomOf(s), s.at, s.page, s.edit, s.marks], () => {
    const { summary, layers, purpose: chosen, at, page, marks } = store.get();
    const held = document.activeElement?.dataset?.layer;
    fill(root, summary ? rows(summary, say(), zoomOf(store.get()), { at, page, marks: marks.data }).map(row => layer(row, row.fixed || layers.includes(row.name), { say: say(), act, picture, summary, chosen })) : []);
    if (held) root.querySelector(`[data-layer="${held}"]`)?.focus();
  });
}

const zoomOf = state => state.place?.zoom ?? 0;

function rows({ sites, gaps, cameras, areas, buildings, seen_m2, overreach }, say, zoom, { at, page, marks }) {
  const isNear = zoom >= ONE_BY_ONE_FROM;
  const all = [
    page === 'changes' ? { name: 'changes', fixed: true, keys: [
      { key: 'change lost', words: say('changes.lost') }, { key: 'change gained', words: say('changes.gained') }] } : null,
    page === 'archive' && marks ? { name: 'audit', fixed: true, number: marks.total, keys: [
      ...['fault', 'warning', 'hint'].filter(name => marks.severities[name]).map(name => ({ key: `audit ${name}`, words: say(`archive.mark.${name}`), number: marks.severities[name] })),
      marks.total > marks.features.length ? { words: say('archive.mark.more', { n: count(marks.features.length) }) } : null] } : null,
    { name: 'sites', number: sites.total, note: 'legend.ring', keys: [
      ...STATE_ORDER.filter(state => sites[state]).map(state => ({ key: `site ${state}`, words: say(`state.${state}`), number: sites[state] })),
      isNear ? null : { key: 'site-group', words: say('legend.sites.group') }] },
    { name: 'gaps', number: gaps.certain + gaps.unproven, keys: [
      gaps.certain ? { key: 'gap certain', words: say('legend.gaps.certain'), number: gaps.certain } : null,
      gaps.unproven ? { key: 'gap unproven', words: say('legend.gaps.unproven'), number: gaps.unproven } : null] },
    seen_m2 > 0 ? { name: 'seen', bare: 'zone' } : null,
    { name: 'views', select: true, keys: [
      cameras.proven || at ? { key: 'view certain', words: say('legend.views.certain') } : null,
      cameras.estimated || at ? { key: 'view nominal', words: say('legend.views.estimate') } : null] },
    { name: 'cameras', number: cameras.total, keys: isNear ? [
      cameras.proven ? { key: 'camera works', words: say('legend.cameras.works'), number: cameras.proven } : null,
      cameras.estimated ? { key: 'camera estimated', words: say('legend.cameras.estimated'), number: cameras.estimated } : null,
      cameras.out_of_order ? { key: 'camera repair', words: say('legend.cameras.repair'), number: cameras.out_of_order } : null,
      cameras.blind ? { key: 'camera blind', words: say('legend.cameras.blind'), number: cameras.blind } : null,
      cameras.classed ? { key: 'camera ring', words: say('legend.cameras.ring') } : null] : [{ key: 'camera-group', words: say('legend.cameras.group') }] },
    areas.protected ? { name: 'areas', number: areas.protected, bare: 'area' } : null,
    overreach ? { name: 'overreach', number: overreach, keys: [
      { key: 'overreach certain', words: say('legend.overreach.certain') }, { key: 'overreach possible', words: say('legend.overreach.possible') }] } : null,
    { name: 'buildings', number: buildings, keys: [] },
  ].filter(Boolean).filter(row => page !== 'changes' || !SILENT.includes(row.name));
  return all.map(row => (zoom >= (DRAWN_FROM[row.name] ?? 0) ? row : { ...row, bare: null, keys: [{ words: say('legend.far') }] }));
}

function layer(row, isOn, { say, act, picture, summary, chosen }) {
  const part = clone('layer');
  part.name.textContent = say(`legend.${row.name}`);
  part.number.textContent = row.number == null ? '' : count(row.number);
  part.box.checked = isOn;
  part.box.dataset.layer = row.name;
  part.box.disabled = !!row.fixed;
  part.box.onchange = () => act.layer(row.name, part.box.checked);
  part.picture.hidden = !isOn || !row.bare;
  if (!isOn) return part.root;
  if (row.bare) {
    picture(part.picture, row.bare);
    return part.root;
  }
  const keys = row.keys.filter(Boolean).map(key => sample(key, picture));
  if (row.select && summary.purposes.length > 1) keys.unshift(purposes(summary.purposes, chosen, say, act));
  fill(part.keys, keys);
  return part.root;
}

function sample({ key, words, number }, picture) {
  const part = clone('key');
  part.name.textContent = words;
  part.number.textContent = number == null ? '' : count(number);
  if (key) picture(part.picture, key);
  else part.picture.remove();
  return part.root;
}

function purposes(all, chosen, say, act) {
  const part = clone('purpose');
  speak(part.root, say);
  fill(part.select, all.map(({ name }) => new Option(purpose(say, name), name, false, name === chosen)));
  part.select.onchange = () => act.purpose(part.select.value);
  return part.root;
}
