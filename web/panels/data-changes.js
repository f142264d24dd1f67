// What a delivery changes, or would: counts by kind, every change field by field, and what is wrong, alike things together.

import { clone, fill, speak } from '../dom.js';
import { count } from '../format.js';

const OUTCOMES = ['new', 'changed', 'unchanged', 'removed', 'missing', 'skipped'];

export const kindName = (say, kind) => say.or(`data.kind.${kind}`, kind);
export const formatName = (say, format) => say.or(`data.format.${format}`, format);

/** What became of each kind, in a line. */
export function counted(say, kinds) {
  const parts = Object.entries(kinds).flatMap(([kind, counts]) => ['new', 'changed', 'removed', 'missing'].filter(name => counts[name])
    .map(name => say(`data.count.${name}`, { kind: kindName(say, kind), n: count(counts[name]) })));
  return parts.length ? parts.join(' · ') : say('data.nothing');
}

/** What became of each kind, as a table. */
export function kindCounts(say, kinds) {
  const part = clone('outcome');
  const shown = OUTCOMES.filter(name => Object.values(kinds).some(counts => counts[name]) || name === 'new' || name === 'changed');
  fill(part.head, ['', ...shown].map(name => cell('th', name && say(`data.outcome.${name}`), 'col')));
  fill(part.body, Object.entries(kinds).map(([kind, counts]) => {
    const line = document.createElement('tr');
    line.dataset.kind = kind;
    line.append(cell('th', kindName(say, kind), 'row'), ...shown.map(name => cell('td', count(counts[name] ?? 0))));
    return line;
  }));
  return part.root;
}

function cell(tag, words, scope) {
  const node = document.createElement(tag);
  node.textContent = words;
  if (scope) node.scope = scope;
  return node;
}

/** Every change that the answer holds, by kind and outcome, to unfold. */
export function changeFolds(say, changes) {
  return Object.entries(changes).flatMap(([kind, groups]) => ['changed', 'new', 'missing', 'removed'].filter(name => groups[name].total).map(name => {
    const { total, records } = groups[name];
    const rest = total > records.length ? [words(say('data.changes.more', { n: count(records.length), m: count(total) }))] : [];
    return fold(say(`data.fold.${name}`, { kind: kindName(say, kind) }), total, () => [...records.map(one => change(say, kind, one)), ...rest], `${kind}-${name}`);
  }));
}

function change(say, kind, { code, name, fields }) {
  const part = clone('record-change');
  part.head.textContent = code;
  part.name.textContent = name && name !== code ? name : '';
  fill(part.fields, (fields ?? []).map(one => {
    const turn = clone('turn');
    turn.name.textContent = say.or(`data.field.${one.field}`, say.or(`field.${one.field}`, one.field));
    turn.from.textContent = value(say, one.field, one.from);
    turn.to.textContent = value(say, one.field, one.to);
    return turn.root;
  }));
  return part.root;
}

function value(say, field, told) {
  if (told == null) return say('data.silent');
  if (Array.isArray(told)) return told.every(one => typeof one === 'number') && told.length === 2 && field !== 'position' && field !== 'azimuths' ? told.join('–') : told.join(', ');
  return typeof told === 'object' ? JSON.stringify(told) : String(told);
}

/** Problems that are alike stand together: how many, and of which things. */
export function problemFolds(say, { total, groups }) {
  const rest = groups.reduce((sum, one) => sum + one.total, 0) < total ? [words(say('data.problems.rest'))] : [];
  return [...groups.map(one => fold(one.reason, one.total, () => [
    ...one.problems.map(problem => words(one.total === 1 ? problem.ref : `${problem.ref}: ${problem.reason}`)),
    ...(one.total > one.problems.length ? [words(say('data.changes.more', { n: count(one.problems.length), m: count(one.total) }))] : []),
  ], `problem-${one.reason}`)), ...rest];
}

const opened = new Set();

/** What is unfolded is filled only then, and stays so when the page is drawn anew. */
export function fold(title, number, nodes, key) {
  const part = clone('fold');
  part.name.textContent = title;
  part.number.textContent = number == null ? '' : count(number);
  part.box.dataset.fold = key;
  const show = () => { if (part.box.open && !part.body.childElementCount) fill(part.body, nodes()); };
  part.box.ontoggle = () => { opened[part.box.open ? 'add' : 'delete'](key); show(); };
  part.box.open = opened.has(key);
  show();
  return part.root;
}

export function words(text) {
  const line = document.createElement('p');
  line.className = 'fold-line';
  line.textContent = text;
  return line;
}

/** What was refused, all faults at once. */
export function faultBox(say, head, faults) {
  const part = clone('faults');
  speak(part.root, say);
  part.head.textContent = head;
  fill(part.list, faults.map(text => Object.assign(document.createElement('li'), { textContent: text })));
  return part.root;
}

export function button(words, look, press, key) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: look, textContent: words, onclick: press });
  if (key) made.dataset.key = key;
  return made;
}
