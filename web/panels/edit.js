// Changing a camera: fields beside the handles on the map, and what becomes of the sites that it helps to watch.

import { clone, fill, speak } from '../dom.js';
import { interval, share } from '../format.js';
import { changesOf, faultsOf, FIELDS } from '../editing.js';
import { facts, note, section } from './parts.js';

const UNITS = { azimuth: '°', tilt: '°', height: 'm', hfov: '°', vfov: '°', pixels: 'px', range: 'm' };
const STEPS = { azimuth: 1, tilt: 0.5, height: 0.1, hfov: 1, vfov: 1, pixels: 1, range: 1 };

export function editBody(say, camera, act, state) {
  const part = clone('edit');
  const inputs = {};
  speak(part.root, say);
  fill(part.fields, heads(say, act, state.edit), Object.keys(FIELDS).map(name => (inputs[name] = field(say, name, camera, act)).node), position(say, act, inputs));
  part.reason.value = state.edit.reason;
  part.reason.oninput = () => act.editing.change({ reason: part.reason.value });
  part.cancel.onclick = act.editing.cancel;
  part.root.onsubmit = event => {
    event.preventDefault();
    act.editing.save();
  };
  let stop;
  const refresh = edit => {
    if (!part.root.isConnected || !edit) return void stop?.();
    draw(part, inputs, edit, say);
  };
  return {
    kind: say('edit.kind'),
    title: camera.name || camera.code,
    code: camera.code,
    nodes: [part.root],
    mounted: () => {
      stop = act.watchEdit(refresh);
      part.root.querySelector('input')?.focus({ preventScroll: true });
    },
  };
}

function heads(say, act, edit) {
  if (edit.azimuths.length < 2) return null;
  const part = clone('field-choice');
  part.name.textContent = say('edit.head');
  fill(part.input, edit.azimuths.map((_, i) => new Option(String(i + 1), String(i), false, i === edit.head)));
  part.input.onchange = () => act.editing.change({ head: Number(part.input.value) });
  return part.root;
}

function field(say, name, camera, act) {
  const part = clone('field');
  const used = camera.facts.find(fact => fact.name === name)?.used;
  part.name.textContent = say(`camera.${name}`);
  part.unit.textContent = UNITS[name];
  Object.assign(part.input, { name, min: FIELDS[name][0], max: FIELDS[name][1], step: STEPS[name], placeholder: used?.[0] != null ? interval(used, '').trim() : '' });
  part.input.oninput = () => {
    const value = part.input.value === '' ? null : Number(part.input.value);
    if (name === 'azimuth') act.editing.turnHead(value);
    else act.editing.change({ [name]: value });
  };
  return { node: part.root, input: part.input };
}

function position(say, act, inputs) {
  return ['lon', 'lat'].map((name, i) => {
    const part = clone('field');
    part.name.textContent = say(`edit.${name}`);
    part.unit.textContent = '°';
    Object.assign(part.input, { name, step: 0.000001, min: i ? -90 : -180, max: i ? 90 : 180 });
    part.input.oninput = () => {
      const value = [inputs.lon.input, inputs.lat.input].map(input => Number(input.value));
      if (value.every(Number.isFinite) && part.input.value !== '') act.editing.change({ position: value });
    };
    inputs[name] = { input: part.input };
    return part.root;
  });
}

// Values come from the handles as well: a field that is being typed in is left alone.
function draw(part, inputs, edit, say) {
  const values = { ...edit, azimuth: edit.azimuths[edit.head], lon: edit.position[0], lat: edit.position[1] };
  const faults = faultsOf(edit);
  for (const [name, { input }] of Object.entries(inputs)) {
    if (document.activeElement !== input) input.value = values[name] == null ? '' : String(Number(values[name].toFixed(7)));
    input.setAttribute('aria-invalid', String(!!faults[name]));
  }
  const changed = Object.keys(changesOf(edit));
  const words = [...Object.entries(faults).map(([name, [low, high]]) => say('form.between', { field: say(`camera.${name}`), low, high })), ...serverFaults(edit, say)];
  part.faults.hidden = !words.length;
  fill(part.faults, words.map(text => Object.assign(document.createElement('p'), { textContent: text })));
  part.save.disabled = edit.saving || !changed.length || !edit.reason.trim() || Object.keys(faults).length > 0;
  part.hint.textContent = !changed.length ? say('edit.unchanged') : !edit.reason.trim() ? say('form.reason.missing') : '';
  fill(part.preview, preview(edit.preview, say));
}

function serverFaults({ fault, preview: told }, say) {
  const failed = fault ?? told.fault;
  if (!failed) return [];
  return [say(fault ? 'form.failed' : 'edit.preview.failed', { words: failed.status ? failed.message : say('trouble.offline') })];
}

function preview({ data, fault }, say) {
  if (!data) return fault ? [] : [note(say('edit.preview.waiting'))];
  if (!data.zones.length) return [note(say('edit.preview.none'))];
  return [section(say('edit.preview'), '', [facts(data.zones.map(zone => [
    zone.site_name || zone.site, `${share(zone.ratio)} → ${share(zone.ratio_after)}`, turn(zone, say),
  ]))])];
}

function turn({ ratio, ratio_after: after }, say) {
  const points = ((after ?? 0) - (ratio ?? 0)) * 100;
  return Math.abs(points) < 0.05 ? say('edit.same') : say(points > 0 ? 'edit.better' : 'edit.worse', { points: Math.abs(points).toFixed(1) });
}
