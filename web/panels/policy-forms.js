// Forms for a policy and for a purpose: labelled fields, all faults at once, and nothing lost when a save fails.

import { clone, fill, speak } from '../dom.js';
import { purpose } from './parts.js';

const CERTAINTIES = ['certain', 'nominal', 'possible'];

export function policyForm(say, policy, reason, purposes, act) {
  return form(say, policy, reason, [
    { name: 'purpose', choices: purposes.map(one => [one.name, purpose(say, one.name)]) },
    { name: 'required_ratio', unit: '%', scale: 100, low: 1, high: 100, step: 0.1 },
    { name: 'min_cameras', low: 1, high: 20, step: 1 },
    { name: 'certainty', choices: CERTAINTIES.map(name => [name, say(`policies.certainty.${name}`)]) },
    { name: 'min_retention_days', unit: say('policies.days'), low: 1, high: 3650, step: 1, blank: true },
    { name: 'hours', choices: ['day', 'always'].map(name => [name, say(`policies.hours.${name}`)]) },
    { name: 'lit', box: true },
    { name: 'counts_capture', box: true },
    { name: 'ring_width', unit: 'm', low: 1, high: 200, step: 0.5 },
  ], (values, reason) => act.save({ kind: 'policy', category: policy.category, ...values }, reason), act.close);
}

export function purposeForm(say, one, reason, act) {
  return form(say, one, reason, [
    { name: 'min_ppm', unit: 'px/m', low: 1, high: 5000, step: 0.1 },
    { name: 'z_min', unit: 'm', low: 0, high: 20, step: 0.1 },
    { name: 'z_max', unit: 'm', low: 0, high: 20, step: 0.1 },
    { name: 'max_tilt', unit: '°', low: 1, high: 90, step: 1, blank: true },
  ], (values, reason) => act.save({ kind: 'purpose', name: one.name, ...values }, reason), act.close);
}

// What is in it can be read by entered(), for the same form in another language.
function form(say, record, reason, fields, save, close) {
  const part = clone('form');
  speak(part.root, say);
  const inputs = fields.map(field => ({ ...field, ...input(say, field, record[field.name]) }));
  fill(part.fields, inputs.map(field => field.node));
  part.reason.value = reason;
  part.root.entered = () => ({ values: Object.fromEntries(inputs.map(field => [field.name, valueOf(field)])), reason: part.reason.value });
  part.cancel.onclick = close;
  part.root.onsubmit = async event => {
    event.preventDefault();
    const faults = inputs.flatMap(field => fault(say, field));
    if (!part.reason.value.trim()) faults.push(say('form.reason.missing'));
    show(part, faults);
    if (faults.length) return;
    part.save.disabled = true;
    const values = Object.fromEntries(inputs.map(field => [field.name, valueOf(field)]).filter(([, value]) => value !== null));
    try {
      await save(values, part.reason.value.trim());
    } catch (failed) {
      part.save.disabled = false;
      show(part, [say('form.failed', { words: failed.status ? failed.message : say('trouble.offline') })]);
    }
  };
  return part.root;
}

function show(part, faults) {
  part.faults.hidden = faults.length === 0;
  fill(part.faults, faults.map(words => Object.assign(document.createElement('p'), { textContent: words })));
  if (faults.length) part.faults.focus();
}

function input(say, field, value) {
  const part = clone(field.box ? 'field-box' : field.choices ? 'field-choice' : 'field');
  part.name.textContent = say(`policies.field.${field.name}`);
  if (field.box) part.input.checked = !!value;
  else if (field.choices) fill(part.input, field.choices.map(([code, words]) => new Option(words, code, false, code === value)));
  else {
    Object.assign(part.input, { min: field.low, max: field.high, step: field.step, value: value == null ? '' : Number((value * (field.scale ?? 1)).toFixed(6)) });
    part.unit.textContent = field.unit ?? '';
  }
  return { node: part.root, input: part.input };
}

function fault(say, { name, choices, box, low, high, blank, input: { value } }) {
  if (choices || box || (blank && value === '')) return [];
  const number = Number(value);
  return value !== '' && number >= low && number <= high ? [] : [say('form.between', { field: say(`policies.field.${name}`), low, high })];
}

function valueOf({ box, choices, scale, input: { checked, value } }) {
  if (box) return checked;
  if (choices) return value;
  return value === '' ? null : Number((Number(value) / (scale ?? 1)).toFixed(8));
}
