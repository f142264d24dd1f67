// The columns of a table: what each is taken for, with samples; and what a source means by its codes, with their counts.

import { clone, fill, speak } from '../dom.js';
import { count } from '../format.js';
import { meaningOf } from '../importing.js';
import { faultBox } from './data-changes.js';
import { note, section } from './parts.js';

/** One source has 0 for networked, another 1: nobody can tell but the source. */
const NEVER_GUESSED = '联网属性';
const IGNORED = '-';

export function tableNodes(table, draft, say, act, isBusy) {
  const columns = table.columns.filter(column => column.header || column.samples.length);
  const taken = columns.filter(column => !column.dropped && meaningOf(column, draft)).length;
  return [
    ...(table.faults.length ? [faultBox(say, say('import.map.faults'), table.faults)] : []),
    section(say('import.columns'), say('import.columns.taken', { n: count(taken), m: count(columns.length) }), [columnTable(table, columns, draft, say, act, isBusy)]),
    section(say('import.codes'), '', codeBoxes(table, columns, draft, say, act, isBusy), say('import.codes.none')),
  ];
}

function columnTable(table, columns, draft, say, act, isBusy) {
  const part = clone('columns');
  speak(part.root, say);
  fill(part.body, columns.map(column => {
    const row = clone('column');
    row.name.textContent = column.header;
    row.samples.textContent = column.samples.join(' · ');
    if (column.dropped) row.means.append(note(say('import.dropped')));
    else row.means.append(fieldChoice(table, column, draft, say, act, isBusy));
    return row.root;
  }));
  return part.root;
}

function fieldChoice(table, column, draft, say, act, isBusy) {
  const meaning = meaningOf(column, draft);
  const choice = document.createElement('select');
  // Neither known nor ignored: kept under its own name.
  const asIs = column.ignored || meaning === null && Object.hasOwn(draft.columns, column.header) ? [] : meaning ? [] : [['', say('import.kept')]];
  fill(choice, [...asIs, ...table.fields.map(field => [field, fieldName(say, field)]), [IGNORED, say('import.ignored')]]
    .map(([code, words]) => new Option(words, code, false, code === (meaning ?? (asIs.length ? '' : IGNORED)))));
  choice.disabled = isBusy;
  choice.dataset.key = `column ${column.header}`;
  choice.setAttribute('aria-label', say('import.means.of', { column: column.header }));
  choice.onchange = () => act.column(column.header, choice.value === IGNORED ? null : choice.value);
  return choice;
}

const fieldName = (say, field) => (say.or(`field.${field}`, field) === field ? field : `${field} ${say(`field.${field}`)}`);

function codeBoxes(table, columns, draft, say, act, isBusy) {
  return columns.filter(column => !column.dropped && column.values && table.codes[meaningOf(column, draft)])
    .map(column => codeBox(meaningOf(column, draft), column, table, draft, say, act, isBusy))
    .sort((a, b) => b.open - a.open);
}

function codeBox(field, column, table, draft, say, act, isBusy) {
  const part = clone('codes');
  part.name.textContent = fieldName(say, field);
  part.box.open = field === NEVER_GUESSED || Object.keys(draft.codes[field] ?? {}).length > 0;
  part.box.dataset.field = field;
  part.note.hidden = field !== NEVER_GUESSED;
  part.note.textContent = say('import.networked');
  fill(part.body, Object.entries(column.values).filter(([value]) => value !== '').map(([value, n]) => {
    const row = clone('column');
    row.name.textContent = value;
    row.samples.textContent = say('import.times', { n: count(n) });
    row.means.append(codeChoice(field, value, table, draft, say, act, isBusy));
    return row.root;
  }));
  return part.root;
}

function codeChoice(field, value, table, draft, say, act, isBusy) {
  const choice = document.createElement('select');
  const chosen = draft.codes[field]?.[value] ?? '';
  const none = say(field === NEVER_GUESSED ? 'import.code.unknown' : 'import.code.form');
  fill(choice, [['', none], ...table.codes[field].map(code => [code, codeName(say, field, code)])].map(([code, words]) => new Option(words, code, false, code === chosen)));
  choice.disabled = isBusy;
  choice.dataset.key = `code ${field} ${value}`;
  choice.setAttribute('aria-label', say('import.means.of', { column: `${field} ${value}` }));
  choice.onchange = () => act.code(field, value, choice.value);
  return choice;
}

function codeName(say, field, code) {
  const words = say.or(`code.${field}.${code.replaceAll(' ', '_')}`, null);
  return words ? (/^\d+$/.test(code) ? `${code} ${words}` : words) : code;
}
