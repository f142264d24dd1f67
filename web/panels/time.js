// The moment that is shown: now, or one of the past. A button with a panel to choose, and a banner that nobody can miss.

import { clone, fill, speak } from '../dom.js';
import { count, moment } from '../format.js';
import { troubleBox, note } from './parts.js';

/** `act`: open() loads the moments, moment(iso or null), compare(iso). */
export function mountTime(button, panel, banner, store, say, act) {
  const close = () => {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };
  const choose = at => {
    close();
    button.focus();
    act.moment(at);
  };
  button.onclick = () => {
    if (!panel.hidden) return close();
    act.open();
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    panel.querySelector('input, button')?.focus();
  };
  panel.onkeydown = event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
    button.focus();
  };
  document.addEventListener('pointerdown', event => { if (!panel.hidden && !panel.contains(event.target) && !button.contains(event.target)) close(); });
  store.watch(s => [s.at, s.lang], (at) => {
    button.lastElementChild.textContent = at ? moment(at) : say()('time.now');
    button.classList.toggle('past', !!at);
    drawBanner(banner, store.get(), say(), act);
  });
  store.watch(s => [s.moments, s.at, s.lang], () => draw(panel, store.get(), say(), choose, { ...act, close }));
}

function drawBanner(banner, { at }, say, act) {
  banner.hidden = !at;
  if (!at) return;
  const part = clone('past');
  speak(part.root, say);
  part.text.textContent = say('time.past', { moment: moment(at) });
  part.back.onclick = () => act.moment(null);
  fill(banner, part.root);
}

function draw(panel, state, say, choose, act) {
  const held = panel.contains(document.activeElement) ? document.activeElement.dataset.part : null;
  const part = clone('time');
  speak(part.root, say);
  part.input.value = localOf(state.at ?? new Date().toISOString());
  part.input.max = localOf(new Date().toISOString());
  part.form.onsubmit = event => {
    event.preventDefault();
    const at = new Date(part.input.value);
    const isGood = !Number.isNaN(at.getTime()) && at <= new Date();
    part.fault.hidden = isGood;
    if (isGood) choose(at.toISOString());
  };
  part.now.disabled = !state.at;
  part.now.onclick = () => choose(null);
  part.compare.onclick = () => {
    act.close();
    act.compare(earlier(state));
  };
  fill(part.list, list(state, say, choose));
  fill(panel, part.root);
  if (held) panel.querySelector(`[data-part="${held}"]`)?.focus();
}

function list({ moments, at }, say, choose) {
  if (moments.fault) return troubleBox(say, moments.fault, () => {});
  if (!moments.data) return note(say('time.loading'));
  if (!moments.data.moments.length) return note(say('time.none'));
  return moments.data.moments.map(one => {
    const part = clone('moment');
    part.at.textContent = moment(one.at);
    part.note.textContent = told(one, say);
    part.pick.setAttribute('aria-pressed', String(!!at && Date.parse(one.at) === Date.parse(at)));
    part.pick.onclick = () => choose(zulu(one.at));
    return part.root;
  });
}

/** What an analysis changed, in words. */
export const told = (one, say) => (one.kind === 'causes' ? [say('time.kind.causes')] : [
  say.or(`time.kind.${one.kind}`, one.kind),
  say('time.zones', { n: count(one.zones_changed) }),
  say('time.gaps', { opened: count(one.gaps_opened), closed: count(one.gaps_closed) }),
]).join(say('page.comma'));

/** The newest moment before the one that is shown. */
export function earlier({ moments, at, from }) {
  const all = moments.data?.moments ?? [];
  const before = all.filter(one => !at || Date.parse(one.at) < Date.parse(at));
  return from ?? (before[at ? 0 : 1] ?? before[0])?.at ?? null;
}

// A moment as an address carries it: in UTC, to the microsecond, without a plus sign.
export const zulu = iso => iso.replace(/[+-]00:00$/, 'Z');

// What an input of type datetime-local takes: the zone of the one who reads, to the minute.
function localOf(iso) {
  return moment(iso).replace(' ', 'T');
}
