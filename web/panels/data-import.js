// A file on its way in: chosen, its columns mapped, tried without changing anything, imported with progress.

import { clone, fill, speak } from '../dom.js';
import { count, moment, share } from '../format.js';
import { format } from '../route.js';
import { button, changeFolds, counted, faultBox, formatName, kindCounts, kindName, problemFolds } from './data-changes.js';
import { tableNodes } from './data-table.js';
import { note, section } from './parts.js';

const DATUMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09', 'EPSG:4549', 'EPSG:4547', 'EPSG:4548', 'EPSG:32650'];
/** Layers may not say what their things are. */
const LAYERS = ['shp', 'gpkg', 'table', 'scene'], KINDS = ['camera', 'site', 'zone', 'occluder', 'unit', 'protected', 'exempt'];

export function importNodes(state, say, act) {
  const { importing } = state;
  if (!importing || importing.fault && !importing.info) return [drop(say, act), ...(importing?.fault ? [refusal(say, importing)] : [])];
  if (importing.sending) return [running(say, { words: say('import.sending', { name: importing.sending }) })];
  if (importing.loading) return null;
  const { info, draft, job, fault } = importing;
  if (job?.state === 'done' && !job.dry_run) return done(state, job, say);
  const isBusy = job?.state === 'running';
  return [head(info, say, state),
    section(say('import.how'), '', [settings(info, draft, say, act, isBusy)]),
    ...(info.table ? tableNodes(info.table, draft, say, act, isBusy) : []),
    ...(fault ? [faultBox(say, say('import.refused'), faults(say, fault))] : []),
    ...outcome(importing, say, act), isBusy ? null : buttons(importing, say, act)];
}

function drop(say, act) {
  const part = clone('drop');
  speak(part.root, say);
  part.note.textContent = say('import.formats');
  part.input.onchange = () => { if (part.input.files[0]) act.choose(part.input.files[0]); };
  part.root.ondragover = event => { event.preventDefault(); part.root.classList.add('over'); };
  part.root.ondragleave = () => part.root.classList.remove('over');
  part.root.ondrop = event => {
    event.preventDefault();
    part.root.classList.remove('over');
    if (event.dataTransfer.files[0]) act.choose(event.dataTransfer.files[0]);
  };
  return part.root;
}

const refusal = (say, { fault, name }) => faultBox(say, name ? say('import.unread', { name }) : say('import.gone'), faults(say, fault));

const faults = (say, fault) => (!fault.status ? [say('trouble.offline')] : Object.keys(fault.errors).length ? Object.values(fault.errors).flat() : [fault.message]);

function head(info, say, state) {
  const line = document.createElement('p');
  line.className = 'used';
  const rows = info.table ? say('import.rows', { n: count(info.table.rows), m: count(info.table.columns.length) }) : null;
  line.append(Object.assign(document.createElement('strong'), { textContent: info.name }),
    ` ${[formatName(say, info.format), rows, `${count(Math.max(1, info.bytes / 1000))} kB`].filter(Boolean).join(' · ')} `,
    Object.assign(document.createElement('a'), { href: format({ ...state, data: { file: 'new' } }), textContent: say('import.other') }));
  return line;
}

function settings(info, draft, say, act, isBusy) {
  const box = document.createElement('div');
  box.className = 'fields';
  const source = clone('field-text');
  source.name.textContent = say('data.source');
  Object.assign(source.input, { value: draft.source, disabled: isBusy, name: 'source', onchange: () => act.draft({ source: source.input.value }) });
  const datum = datumField(draft, say, act, isBusy);
  const kind = LAYERS.includes(info.format) ? clone('field-choice') : null;
  if (kind) {
    kind.name.textContent = say('import.kind');
    fill(kind.input, ['', ...KINDS].map(one => new Option(one ? kindName(say, one) : say('import.kind.own'), one, false, one === draft.kind)));
    Object.assign(kind.input, { disabled: isBusy, name: 'kind', onchange: () => act.draft({ kind: kind.input.value }) });
  }
  const partial = clone('field-box');
  partial.name.textContent = say('import.partial');
  Object.assign(partial.input, { checked: draft.partial, disabled: isBusy, onchange: () => act.draft({ partial: partial.input.checked }) });
  partial.root.classList.add('field-wide');
  for (const [name, part] of Object.entries({ source, datum, ...(kind ? { kind } : {}), partial })) part.input.dataset.key = name;
  box.append(...[source, datum, kind, partial].filter(Boolean).map(part => part.root));
  return box;
}

/** Usual ones are offered, any other can be typed: EPSG:4547, grid:onto=EPSG:4549,dx=…,dy=… */
function datumField(draft, say, act, isBusy) {
  const datum = clone('field-text');
  datum.name.textContent = say('import.datum');
  const usual = Object.assign(document.createElement('datalist'), { id: 'datums' });
  fill(usual, DATUMS.map(one => new Option(say.or(`import.datum.${one}`, one), one)));
  datum.root.append(usual);
  Object.assign(datum.input, { value: draft.datum ?? '', placeholder: say('import.datum.own'), title: say('import.datum.how'), disabled: isBusy, name: 'datum', autocomplete: 'off',
    onchange: () => act.draft({ datum: datum.input.value.trim() }) });
  datum.input.setAttribute('list', usual.id);
  return datum;
}

function outcome({ job, tried, draft }, say, act) {
  if (!job) return [];
  if (job.state === 'running') return [running(say, job, act.cancel)];
  if (job.state === 'cancelled') return [note(say('import.cancelled'))];
  if (job.state === 'failed') return [faultBox(say, say('import.refused'), job.faults)];
  const { kinds, changes, problems } = job.report;
  const isOld = tried !== JSON.stringify(draft);
  return [section(say('import.would'), '', [isOld ? note(say('import.outdated')) : null, kindCounts(say, kinds), ...changeFolds(say, changes ?? {}), changesFile(job, say)].filter(Boolean), ''),
    section(say('data.problems'), count(problems.total), problemFolds(say, problems), say('data.problems.none'))];
}

function changesFile({ changes_file: href }, say) {
  const line = document.createElement('p');
  line.append(Object.assign(document.createElement('a'), { href, download: '', textContent: say('data.changes.file') }));
  return line;
}

function running(say, { words, doing, share: done, dry_run: isTrial }, cancel) {
  const part = clone('running');
  speak(part.root, say);
  const what = say(isTrial ? 'import.trying' : 'import.importing');
  part.words.textContent = words ?? (done == null ? say('import.doing', { what, doing: say(`import.doing.${doing}`) }) : say('import.doing.share', { what, doing: say(`import.doing.${doing}`), share: share(done) }));
  if (done != null) part.bar.value = done;
  part.bar.setAttribute('aria-label', part.words.textContent);
  if (cancel) part.cancel.onclick = cancel;
  else part.cancel.remove();
  return part.root;
}

function buttons({ job, tried, draft }, say, act) {
  const part = clone('buttons');
  const isTried = job?.state === 'done' && tried === JSON.stringify(draft);
  const go = button(say('import.go'), 'strong', () => act.attempt(false), 'go');
  go.disabled = !isTried;
  fill(part.row, [button(say('import.try'), isTried ? 'small' : 'strong', () => act.attempt(true), 'try'), go]);
  return part.root;
}

function done(state, { report, name }, say) {
  const links = [report.delivery ? [format({ ...state, data: { delivery: String(report.delivery) } }), say('import.done.delivery', { id: report.delivery })] : null,
    [format({ ...state, page: 'archive', data: {} }), say('import.done.findings')], [format({ ...state, page: 'map', data: {} }), say('import.done.map')]].filter(Boolean);
  const line = document.createElement('p');
  line.className = 'form-after';
  line.append(...links.map(([href, textContent]) => Object.assign(document.createElement('a'), { href, textContent })));
  return [verdictLine(say, name, report), line,
    section(say('data.counts'), '', [kindCounts(say, report.kinds)]),
    section(say('data.problems'), count(report.problems.total), problemFolds(say, report.problems), say('data.problems.none'))];
}

function verdictLine(say, name, report) {
  const line = document.createElement('p');
  line.className = 'used';
  line.setAttribute('role', 'status');
  line.textContent = say(report.delivery ? 'import.done' : 'import.done.same', { name, words: counted(say, report.kinds), moment: moment(new Date().toISOString()) });
  return line;
}
