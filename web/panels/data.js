// The data: who delivered what, what became of it, and how a file is brought in.

import { deliveryFile } from '../api.js';
import { clone, fill, speak } from '../dom.js';
import { count, moment } from '../format.js';
import { format } from '../route.js';
import { button, changeFolds, counted, formatName, kindCounts, problemFolds } from './data-changes.js';
import { importNodes } from './data-import.js';
import { undoNodes } from './data-undo.js';
import { facts, items, note, section, troubleBox } from './parts.js';

/** `act`: choose(file), draft(patch), column, code, attempt(isTrial), cancel(), askUndo(id), undo(patch), closeUndo(), moreDeliveries(), pick(selection), go(page), again(). */
export function mountData(root, store, say, act) {
  const redraw = () => { if (store.get().page === 'data') draw(root, store.get(), say(), act); };
  const isImport = () => !!store.get().data.file;
  store.watch(s => [s.page, s.data, s.lang, s.region], redraw);
  store.watch(s => [s.importing], () => { if (isImport()) redraw(); });
  store.watch(s => [s.deliveries, s.delivery, s.undoing], () => { if (!isImport()) redraw(); });
}

function draw(root, state, say, act) {
  const view = clone('data');
  speak(view.root, say);
  const [held, key] = [root.firstElementChild?.scrollTop ?? 0, document.activeElement?.dataset?.key];
  const { data } = state;
  view.up.hidden = !(data.file || data.delivery || data.missing);
  view.back.href = format({ ...state, data: {} });
  const page = data.file ? importPage : data.missing ? missingPage : data.delivery ? deliveryPage : listPage;
  const { title, lead, nodes } = page(state, say, act);
  view.title.textContent = title;
  view.lead.textContent = lead ?? '';
  view.lead.hidden = !lead;
  if (nodes) fill(view.body, nodes);
  else view.body.classList.add('loading');
  fill(root, view.root);
  view.root.scrollTop = root.dataset.at === place(data) ? held : 0;
  root.dataset.at = place(data);
  if (key) root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

const place = data => JSON.stringify(data);

const importPage = (state, say, act) => ({ title: say('import.title'), lead: say('import.lead'), nodes: importNodes(state, say, act) });

function listPage(state, say, act) {
  const { data, fault } = state.deliveries;
  const at = { title: say('data.title'), lead: say('data.lead') };
  if (fault && !data) return { ...at, nodes: [begin(state, say), troubleBox(say, fault, act.again)] };
  if (!data) return at;
  const more = data.next ? [button(say('data.more'), 'wide', act.moreDeliveries)] : [];
  return { ...at, nodes: [begin(state, say), missingLink(state, data.missing, say),
    section(say('data.deliveries'), '', [...data.deliveries.map(one => row(one, state, say)), ...more], say('data.none'))] };
}

function begin(state, say) {
  const link = document.createElement('a');
  link.className = 'strong begin-import';
  link.href = format({ ...state, data: { file: 'new' } });
  link.textContent = say('import.title');
  const line = document.createElement('p');
  line.append(link);
  return line;
}

function missingLink(state, { missing, next }, say) {
  if (!missing.length) return null;
  const line = document.createElement('p');
  const link = Object.assign(document.createElement('a'), { href: format({ ...state, data: { missing: '1' } }), textContent: say('data.missing.link', { n: `${count(missing.length)}${next ? '+' : ''}` }) });
  line.className = 'used warn';
  line.append(link);
  return line;
}

function row(one, state, say) {
  const part = clone('delivery');
  part.link.href = format({ ...state, data: { delivery: String(one.id) } });
  part.link.dataset.delivery = one.id;
  part.name.textContent = title(one, say);
  mark(part.mark, one, say);
  part.at.textContent = moment(one.delivered_at);
  part.words.textContent = counted(say, one.kinds);
  part.note.textContent = [`#${one.id}`, one.format === 'edit' || one.format === 'undo' ? null : one.file.split('/').at(-1), one.operator,
    one.problems ? say('data.problems.n', { n: count(one.problems) }) : null].filter(Boolean).join(' · ');
  return part.root;
}

function title(one, say) {
  if (one.format === 'undo') return say('data.undo.of', { id: one.undoes });
  return one.format === 'edit' ? say('data.edit.of', { reason: one.file }) : `${one.source} (${formatName(say, one.format)})`;
}

function mark(node, one, say) {
  node.hidden = !one.undone_by;
  node.textContent = one.undone_by ? say('data.undone', { id: one.undone_by }) : '';
}

function deliveryPage(state, say, act) {
  const { data, fault } = state.delivery;
  const id = state.data.delivery;
  if (fault) return { title: say('data.delivery', { id }), nodes: [troubleBox(say, fault, act.again)] };
  if (!data || String(data.id) !== id) return { title: say('data.delivery', { id }) };
  return { title: say('data.delivery', { id }), lead: title(data, say), nodes: [
    facts([[say('data.at'), moment(data.delivered_at)], [say('data.by'), data.operator], [say('data.source'), data.source],
      [say('data.format'), formatName(say, data.format)], [data.format === 'edit' ? say('form.reason') : say('data.file'), data.format === 'edit' ? data.file : data.file.split('/').at(-1)],
      data.undone_by ? [say('data.state'), say('data.undone', { id: data.undone_by })] : null]),
    ...undoNodes(state, data, say, act),
    section(say('data.counts'), '', Object.keys(data.kinds).length ? [kindCounts(say, data.kinds)] : [], say('data.nothing')),
    section(say('data.changes'), '', data.changes ? [...changeFolds(say, data.changes, state.region), file(state.region, id, say)] : [], say('data.changes.unknown')),
    section(say('data.problems'), count(data.problems.total), problemFolds(say, data.problems), say('data.problems.none')),
  ] };
}

function file(region, id, say) {
  const link = Object.assign(document.createElement('a'), { href: deliveryFile(region, id), download: '', textContent: say('data.changes.file') });
  const line = document.createElement('p');
  line.append(link);
  return line;
}

function missingPage(state, say, act) {
  const { data, fault } = state.deliveries;
  const at = { title: say('data.missing.title'), lead: say('data.missing.lead') };
  if (fault && !data) return { ...at, nodes: [troubleBox(say, fault, act.again)] };
  if (!data) return at;
  const { missing, next } = data.missing;
  return { ...at, nodes: [missing.length ? items(missing.map(one => ({
    sign: 'unproven', name: one.name || one.code, note: say('data.missing.since', { source: one.source, moment: moment(one.since) }), side: one.code,
    pick: () => { act.go('map'); act.pick({ kind: 'camera', code: one.code }); },
  }))) : note(say('data.missing.none')), next ? note(say('data.missing.more', { n: count(missing.length) })) : null] };
}
