// The drawer at the right, a sheet at the bottom of a phone: what is known of the thing that was chosen.

import { clone, fill, speak } from '../dom.js';
import { cameraBody } from './camera.js';
import { gapBody } from './gap.js';
import { troubleBox, note } from './parts.js';
import { overreachBody } from './overreach.js';
import { probeBody } from './probe.js';
import { siteBody } from './site.js';

const BODIES = { site: siteBody, gap: gapBody, camera: cameraBody, probe: probeBody, overreach: overreachBody };
const WIDTHS = { least: 320, most: 720, step: 24 };

/** `act`: pick(selection), close(), point(place), again(). */
export function mountDrawer(root, store, say, act) {
  let drawn = null;
  let filled = null;
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !store.get().selection || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (store.get().edit) act.editing.cancel();
    else if (store.get().correcting) act.correcting.cancel();
    else act.close();
  });
  store.watch(s => [s.selection, s.detail, s.lang, s.purpose, s.at, s.survey, s.sight, s.edit && s.edit.code, s.correcting, s.history, s.selection?.kind === 'probe' && s.summary], selection => {
    root.hidden = !selection;
    if (!selection) return void (drawn = filled = null);
    // A form that is being filled in is not drawn anew under the hands.
    const { edit, correcting, lang } = store.get();
    const form = edit || correcting ? `${edit ? 'edit' : 'correct'} ${edit?.code ?? correcting} ${lang}` : null;
    if (form && form === filled) return;
    filled = form;
    const isNew = drawn !== selection;
    drawn = selection;
    root.dataset.kind = selection.kind;
    draw(root, store.get(), say(), act, isNew);
  });
}

function draw(root, state, say, act, isNew) {
  const { selection, detail } = state;
  const held = root.querySelector('.drawer-body')?.scrollTop ?? 0;
  const view = clone('drawer');
  speak(view.root, say);
  view.close.onclick = act.close;
  resize(view.grip, root);
  head(view, selection, null);
  const again = act.again;
  const body = detail.fault
    ? { title: say('drawer.gone'), nodes: [detail.fault.status === 404 ? note(selection.kind === 'gap' && !state.at ? say('drawer.gone.gap') : detail.fault.message) : troubleBox(say, detail.fault, again)] }
    : detail.data ? BODIES[selection.kind](say, detail.data, act, state) : null;
  if (!body) view.body.classList.add('loading');
  else {
    view.kind.textContent = body.kind ?? '';
    view.title.textContent = body.title;
    head(view, selection, body.code);
    fill(view.body, body.nodes);
  }
  copies(view, say);
  const focused = !isNew && root.contains(document.activeElement) ? document.activeElement.dataset.part : null;
  fill(root, view.root);
  body?.mounted?.();
  if (focused) root.querySelector(`[data-part="${focused}"]`)?.focus({ preventScroll: true });
  if (isNew) root.focus({ preventScroll: true });
  else view.body.scrollTop = held;
}

function head(view, selection, code) {
  view.code.textContent = code ?? selection.code;
  view.codeline.hidden = code === '';
}

function copies(view, say) {
  view.copy.onclick = async () => {
    await navigator.clipboard?.writeText(view.code.textContent);
    view.copied.textContent = say('drawer.copied');
  };
}

let width = 392; // as css/drawer.css has it, until someone drags it

function resize(grip, root) {
  const to = wanted => {
    width = Math.min(Math.max(wanted, WIDTHS.least), Math.min(WIDTHS.most, innerWidth - 360));
    root.style.setProperty('--drawer', `${width}px`);
    grip.setAttribute('aria-valuenow', String(width));
  };
  grip.setAttribute('aria-valuemin', String(WIDTHS.least));
  grip.setAttribute('aria-valuemax', String(WIDTHS.most));
  grip.setAttribute('aria-valuenow', String(width));
  grip.onkeydown = event => {
    const steps = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (steps) to(width + steps * WIDTHS.step);
  };
  grip.onpointerdown = down => {
    grip.setPointerCapture(down.pointerId);
    grip.onpointermove = move => to(innerWidth - move.clientX);
    grip.onpointerup = () => (grip.onpointermove = null);
  };
}
