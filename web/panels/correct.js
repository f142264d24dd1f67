// Correcting the file of a camera: a field for each of the archive, and the reason why.

import { correctionsOf, draftOf, FORM, nameOf } from '../archive-fields.js';
import { sendCamera } from '../api.js';
import { clone, fill, speak } from '../dom.js';

/** `act.correcting`: done(), cancel(). */
export function correctBody(say, camera, act, state) {
  const part = clone('form');
  speak(part.root, say);
  const values = draftOf(camera);
  fill(part.fields, FORM.filter(one => one.kind).map(one => field(say, one, nameOf(camera, one), values)));
  part.cancel.onclick = act.correcting.cancel;
  part.root.onsubmit = async event => {
    event.preventDefault();
    const fields = correctionsOf(camera, values);
    const reason = part.reason.value.trim();
    const faults = [...(Object.keys(fields).length ? [] : [say('edit.unchanged')]), ...(reason ? [] : [say('form.reason.missing')])];
    if (faults.length) return tell(part, faults);
    part.save.disabled = true;
    try {
      await sendCamera(state.region, camera.code, { ...fields, reason, version: camera.version });
      act.correcting.done();
    } catch (fault) {
      part.save.disabled = false;
      tell(part, [say('form.failed', { words: fault.status ? fault.message : say('trouble.offline') })]);
    }
  };
  return {
    kind: say('archive.correct.kind'), title: camera.name || camera.code, code: camera.code, nodes: [part.root],
    mounted: () => part.root.querySelector('input, select')?.focus({ preventScroll: true }),
  };
}

function tell(part, faults) {
  part.faults.hidden = false;
  fill(part.faults, faults.map(text => Object.assign(document.createElement('p'), { textContent: text })));
  part.faults.focus();
}

function field(say, one, name, values) {
  const part = clone(one.codes ? 'field-choice' : 'field-text');
  part.name.textContent = say(`field.${one.field}`);
  part.input.name = name;
  if (one.codes) fill(part.input, choices(say, one, values[name]));
  else part.input.value = values[name];
  part.input.oninput = part.input.onchange = () => (values[name] = part.input.value);
  return part.root;
}

// A code that the form does not know stays as it is recorded.
function choices(say, one, value) {
  const codes = ['', ...one.codes, ...(value && !one.codes.includes(value) ? [value] : [])];
  const words = code => (code === '' ? say('camera.not_recorded') : say.or(`code.${one.field}.${code}`, code));
  return codes.map(code => new Option(/^\d+$/.test(code) ? `${code} ${words(code)}` : words(code), code, false, code === value));
}
