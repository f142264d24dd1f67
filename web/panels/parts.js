// Small pieces that several panels use.

import { clone, fill, speak } from '../dom.js';
import { area, interval, required } from '../format.js';
import { STATE_MARKS } from './signs.js';

/** A box that says what failed and offers to try again. */
export function troubleBox(say, fault, again) {
  const part = clone('trouble');
  speak(part.root, say);
  part.text.textContent = fault.status ? fault.message : say('trouble.offline');
  part.again.onclick = again;
  return part.root;
}

/** A titled section; with nothing in it, the words for nothing. */
export function section(title, number, nodes, nothing) {
  const part = clone('section');
  part.title.textContent = title;
  part.number.textContent = number;
  fill(part.body, nodes.length ? nodes : note(nothing));
  return part.root;
}

export function note(words) {
  const part = clone('note');
  part.text.textContent = words;
  return part.root;
}

/** A verdict in a sentence, with its mark. */
export function verdict(state, head, words) {
  const part = clone('verdict');
  part.box.classList.add(`state-${state}`);
  part.mark.setAttribute('d', STATE_MARKS[state]);
  part.mark.setAttribute('transform', 'translate(-10 -10)');
  part.head.textContent = head;
  part.text.textContent = words;
  return part.root;
}

/** Facts as a list of names and values; a value may carry a note. */
export function facts(pairs) {
  const part = clone('facts');
  fill(part.list, pairs.filter(Boolean).map(([name, value, remark]) => {
    const fact = clone('fact');
    fact.name.textContent = name;
    fill(fact.value, value);
    fact.note.textContent = remark ?? '';
    return fact.root;
  }));
  return part.root;
}

/** Seen, unproven and unseen as one bar and three figures. */
export function parts(say, { area_m2, seen_m2, unproven_m2, unseen_m2 }) {
  const part = clone('parts');
  speak(part.root, say);
  let from = 0;
  for (const [bar, m2] of [[part.barSeen, seen_m2], [part.barUnproven, unproven_m2], [part.barUnseen, unseen_m2]]) {
    const width = (100 * m2) / area_m2;
    bar.setAttribute('x', from);
    bar.setAttribute('width', width);
    from += width;
  }
  part.seen.textContent = area(seen_m2);
  part.unproven.textContent = area(unproven_m2);
  part.unseen.textContent = area(unseen_m2);
  return part.root;
}

/** A list of rows that can be picked: [{ sign, name, note, side, pick, point }]. */
export function items(rows) {
  const list = document.createElement('ul');
  list.className = 'items';
  fill(list, rows.map(row => {
    const part = clone('item');
    if (row.sign) part.swatch.classList.add(...row.sign.split(' '));
    else part.swatch.remove();
    part.name.textContent = row.name;
    part.note.textContent = row.note ?? '';
    part.side.textContent = row.side ?? '';
    if (row.pick) part.item.onclick = row.pick;
    else part.item.replaceWith(asPlain(part.item));
    part.item.onpointerenter = part.item.onfocus = () => row.point?.(true);
    part.item.onpointerleave = part.item.onblur = () => row.point?.(false);
    return part.root;
  }));
  return list;
}

// A row that leads nowhere is no button.
function asPlain(button) {
  const plain = document.createElement('div');
  plain.className = 'item plain-item';
  plain.append(...button.childNodes);
  return plain;
}

/** What a zone requires, in words. */
export function needs(say, zone) {
  const key = { nominal: 'site.requires.nominal', possible: 'site.requires.possible' }[zone.certainty] ?? 'site.requires';
  return say(key, { ratio: required(zone.required_ratio), purpose: purpose(say, zone.purpose) });
}

export const purpose = (say, name) => say.or(`purpose.${name}`, name ?? '–');

/** The figures behind a purpose. */
export const purposeFacts = (say, { min_ppm, z_min, z_max }) =>
  (min_ppm == null ? '' : say('purpose.facts', { ppm: min_ppm, low: interval([z_min, z_min], 'm'), high: interval([z_max, z_max], 'm') }));
