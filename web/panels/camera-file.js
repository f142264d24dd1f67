// The file of one camera: every field of the archive in the order of its form, what is wrong with it, and its history.

import { beyondForm, FORM, valueOf, wordsOf } from '../archive-fields.js';
import { clone, fill, speak } from '../dom.js';
import { count, moment } from '../format.js';
import { facts, note, section } from './parts.js';

/** The archive fields; what the record does not say stands there as well. `correct` begins a correction; null = none is possible. */
export function fileSection(say, camera, correct) {
  const rows = FORM.map(one => [one, valueOf(camera, one)]).filter(([one, value]) => value != null || !one.wide)
    .map(([one, value]) => [say(`field.${one.field}`), value == null ? say('camera.not_recorded') : wordsOf(say, one, value)]);
  const rest = beyondForm(camera).map(([name, value]) => [say.or(`field.${name}`, name), typeof value === 'object' ? JSON.stringify(value) : String(value)]);
  const button = correct && Object.assign(document.createElement('button'), { className: 'wide', textContent: say('archive.correct'), onclick: correct });
  return section(say('archive.file'), '', [button, facts([...rows, ...rest])]);
}

/** `act`: correct(), accept(finding, reason), withdraw(finding). */
export function findingSection(say, lang, camera, act) {
  const findings = camera.findings ?? [];
  const open = findings.filter(one => !one.accepted);
  return section(say('archive.findings'), count(open.length), findings.map(one => findingBox(say, lang, one, act)), say('archive.findings.none'));
}

function findingBox(say, lang, finding, act) {
  const part = clone('finding');
  speak(part.root, say);
  part.root.classList.add(`severity-${finding.severity}`);
  part.root.dataset.rule = finding.rule;
  part.severity.textContent = say(`archive.severity.${finding.severity}`);
  part.title.textContent = finding.title[lang];
  part.words.textContent = finding.words[lang];
  part.right.textContent = finding.right[lang];
  part.since.textContent = say('archive.since', { moment: moment(finding.since) });
  part.accepted.hidden = !finding.accepted;
  part.withdraw.hidden = !finding.accepted;
  part.accept.hidden = !!finding.accepted;
  if (finding.accepted) part.accepted.textContent = say('archive.accepted.by', { operator: finding.accepted.operator, moment: moment(finding.accepted.at), reason: finding.accepted.reason });
  part.accept.onclick = () => askReason(part, say, reason => act.accept(finding, reason));
  part.withdraw.onclick = () => act.withdraw(finding);
  return part.root;
}

// A finding is accepted with a reason; the question stands where the button was.
function askReason(part, say, done) {
  const form = clone('accept');
  speak(form.root, say);
  part.accept.hidden = true;
  part.after.append(form.root);
  form.reason.focus();
  form.cancel.onclick = () => {
    form.root.remove();
    part.accept.hidden = false;
    part.accept.focus();
  };
  form.root.onsubmit = async event => {
    event.preventDefault();
    if (!form.reason.value.trim()) return void form.reason.focus();
    form.fault.hidden = true;
    try {
      await done(form.reason.value.trim());
    } catch (fault) {
      form.fault.hidden = false;
      form.fault.textContent = say('form.failed', { words: fault.status ? fault.message : say('trouble.offline') });
    }
  };
}

/** Who changed what, newest first. */
export function historySection(say, camera, history) {
  const { data, fault } = history.code === camera.code ? history : {};
  if (fault) return section(say('archive.history'), '', [note(say('archive.history.failed', { words: fault.status ? fault.message : say('trouble.offline') }))]);
  if (!data) return section(say('archive.history'), '', [note(say('archive.history.waiting'))]);
  return section(say('archive.history'), count(data.steps.length), data.steps.map(step => stepBox(say, step)));
}

function stepBox(say, step) {
  const part = clone('step');
  part.head.textContent = `${moment(step.at)} · ${say(`archive.step.${step.what}`)}`;
  part.by.textContent = [step.operator, step.reason ? say('archive.step.reason', { reason: step.reason }) : step.file,
    step.delivery ? say('archive.step.delivery', { id: step.delivery, source: step.delivered_by ?? step.source }) : say('archive.step.source', { source: step.source })].filter(Boolean).join(' · ');
  fill(part.fields, step.fields.map(({ name, from, to }) => {
    const row = clone('turn');
    row.name.textContent = fieldName(say, name);
    row.from.textContent = shown(say, name, from);
    row.to.textContent = shown(say, name, to);
    return row.root;
  }));
  part.fields.hidden = !step.fields.length;
  return part.root;
}

const formOf = name => FORM.find(one => one.own === name || one.field === name || one.also?.includes(name));
const fieldName = (say, name) => (name === 'position' ? say('camera.place') : formOf(name) ? say(`field.${formOf(name).field}`) : say.or(`camera.${name}`, name));

function shown(say, name, value) {
  if (value == null) return say('camera.not_recorded');
  if (name === 'position') return value.map(degrees => degrees.toFixed(6)).join(', ');
  const one = formOf(name);
  if (one && one.own !== 'lon' && one.own !== 'lat') return wordsOf(say, one, value);
  return Array.isArray(value) ? value.join('–') : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
