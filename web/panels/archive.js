// What is wrong with the archive: findings worst first, by rule and by unit; or how each unit's archive stands.

import { findingFile } from '../api.js';
import { clone, fill, speak } from '../dom.js';
import { count } from '../format.js';
import { note, troubleBox } from './parts.js';
import { standingRows } from './standing.js';

const SEVERITIES = ['fault', 'warning', 'hint'];

/** `act`: audit(patch of what is asked for), pick(selection), hover(selection, place), moreFindings(), again(). */
export function mountArchive(root, store, say, act) {
  const view = clone('archive');
  fill(root, view.root);
  view.show.onchange = () => act.audit({ show: view.show.value });
  for (const name of ['rule', 'severity', 'unit']) view[name].onchange = () => act.audit({ [name]: view[name].value || null });
  view.clear.onclick = () => act.audit({ rule: null, severity: null, unit: null });
  view.more.onclick = act.moreFindings;
  store.watch(s => [s.lang, s.audit, s.archive, s.rules, s.page, s.region], () => {
    if (store.get().page === 'archive') draw(view, store.get(), say(), act);
  });
  store.watch(s => [s.selection, s.hover], (selection, hover) => mark(view.rows, selection, hover));
}

function draw(view, state, say, act) {
  const { audit, archive, lang, region } = state;
  speak(view.root, say);
  drawFilters(view, state, say);
  const isStanding = audit.show === 'standing';
  for (const name of ['rule', 'severity']) view[name].parentElement.hidden = isStanding;
  view.clear.hidden = !(audit.rule || audit.severity || audit.unit);
  view.more.hidden = isStanding || !archive.list?.next;
  view.total.textContent = total(archive, isStanding, say);
  fill(view.files, region ? [file(region, audit, lang, say)] : []);
  const held = view.rows.scrollTop;
  fill(view.rows, archive.fault ? wrap(troubleBox(say, archive.fault, act.again)) : rows(state, isStanding, say, act));
  view.rows.scrollTop = held;
  mark(view.rows, state.selection, state.hover);
}

function rows(state, isStanding, say, act) {
  const { archive: { list, standing } } = state;
  if (isStanding) return standing ? standingRows(standing, state, say, act) : skeletons();
  if (!list) return skeletons();
  return list.findings.length ? list.findings.map(finding => row(finding, state.lang, say, act)) : wrap(note(say(state.audit.show === 'accepted' ? 'archive.none.accepted' : 'archive.none')));
}

const skeletons = () => Array.from({ length: 6 }, () => clone('skeleton').root);

function total({ list, summary }, isStanding, say) {
  if (isStanding) return summary ? say('archive.records', { n: count(summary.records) }) : '';
  return list ? say('archive.total', { n: count(list.total), m: count(list.cameras) }) : '';
}

function drawFilters(view, { audit, archive: { summary }, rules, lang }, say) {
  options(view.show, [['findings', say('archive.show.findings')], ['accepted', say('archive.show.accepted', { n: count(summary?.accepted ?? 0) })], ['standing', say('archive.show.standing')]], audit.show);
  const of = audit.show === 'accepted' ? 'accepted' : 'open';
  const title = code => rules?.find(rule => rule.code === code)?.title[lang] ?? code;
  const counted = (summary?.rules ?? []).filter(one => one[of] || one.rule === audit.rule).map(one => [one.rule, `${title(one.rule)} (${count(one[of])})`]);
  options(view.rule, [['', say('archive.all_rules')], ...known(counted, audit.rule, title)], audit.rule ?? '');
  options(view.severity, [['', say('archive.all_severities')], ...SEVERITIES.map(name => [name, `${say(`archive.severity.${name}`)} (${count(summary?.severities[name] ?? 0)})`])], audit.severity ?? '');
  const units = (summary?.units ?? []).map(one => [one.unit || '-', `${one.unit || say('archive.nobody')} (${count(one[of])})`]);
  options(view.unit, [['', say('archive.all_units')], ...known(units, audit.unit, unit => unit)], audit.unit ?? '');
}

// What is filtered by stands in its list, also when nothing is left of it.
const known = (pairs, chosen, words) => (chosen && !pairs.some(([code]) => code === chosen) ? [...pairs, [chosen, words(chosen)]] : pairs);

function options(select, pairs, value) {
  fill(select, pairs.map(([code, words]) => new Option(words, code, false, code === value)));
}

function file(region, audit, lang, say) {
  const link = document.createElement('a');
  link.href = findingFile(region, audit, lang);
  link.download = '';
  link.textContent = audit.unit ? say('archive.file.unit', { unit: audit.unit === '-' ? say('archive.nobody') : audit.unit }) : say('archive.file.all');
  return link;
}

function row(finding, lang, say, act) {
  const part = clone('finding-row');
  const selection = { kind: 'camera', code: finding.camera };
  part.row.dataset.code = finding.camera;
  part.row.classList.add(`severity-${finding.severity}`);
  part.severity.textContent = say(`archive.severity.${finding.severity}`);
  part.title.textContent = finding.title[lang];
  part.name.textContent = finding.name || finding.camera;
  part.words.textContent = finding.words[lang];
  part.code.textContent = finding.camera;
  part.unit.textContent = finding.unit || say('archive.nobody');
  const place = finding.lat == null ? null : { lat: finding.lat, lng: finding.lon };
  part.row.onclick = () => act.pick(selection);
  part.row.onpointerenter = part.row.onfocus = () => act.hover(selection, place);
  part.row.onpointerleave = part.row.onblur = () => act.hover(null);
  return part.root;
}

function mark(rows, selection, hover) {
  for (const node of rows.querySelectorAll('.row[data-code]')) {
    const chosen = selection?.kind === 'camera' && selection.code === node.dataset.code;
    node.classList.toggle('chosen', chosen);
    node.toggleAttribute('aria-current', chosen);
    node.classList.toggle('pointed', hover?.kind === 'camera' && hover.code === node.dataset.code);
  }
}

const wrap = node => {
  const item = document.createElement('li');
  item.append(node);
  return item;
};
