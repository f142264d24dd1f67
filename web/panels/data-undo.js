// Taking a delivery back: what it would touch is told first, and what was changed since can be left as it is.

import { clone, fill } from '../dom.js';
import { count } from '../format.js';
import { button, changeFolds, counted, faultBox, fold, kindName, words } from './data-changes.js';
import { note } from './parts.js';

export function undoNodes(state, delivery, say, act) {
  const { undoing } = state;
  if (!delivery.undoable) return delivery.undone_by ? [] : [note(say('data.undo.never'))];
  if (undoing?.id !== String(delivery.id)) return [row(button(say('data.undo.begin'), 'small', () => act.askUndo(String(delivery.id)), 'undo'))];
  const box = document.createElement('section');
  box.className = 'form undo';
  box.append(...[undoing.fault ? faultBox(say, say('data.undo.failed'), [undoing.fault.status ? undoing.fault.message : say('trouble.offline')]) : null,
    ...(undoing.later ? later(undoing, say, act) : []), ...(undoing.report ? asked(undoing.report, say) : []), buttons(undoing, say, act)].filter(Boolean));
  return [box];
}

function later({ later: list, laterTotal, keep }, say, act) {
  const part = clone('field-box');
  part.name.textContent = say('data.undo.keep');
  part.input.checked = !!keep;
  part.input.dataset.key = 'keep';
  part.input.onchange = () => act.undo({ keep: part.input.checked, report: null });
  return [words(say('data.undo.later', { n: count(laterTotal) })),
    fold(say('data.undo.which'), laterTotal, () => list.map(one => words([`${kindName(say, one.kind)} ${one.code}`, one.delivery ? `#${one.delivery}` : null, one.operator].filter(Boolean).join(' · '))), 'later'), part.root];
}

function asked(report, say) {
  return [words(say('data.undo.would', { words: counted(say, report.kinds) })), ...changeFolds(say, report.changes ?? {})];
}

function buttons({ busy, report, later: list, keep }, say, act) {
  const sure = button(say('data.undo.sure'), 'strong', () => act.undo({ sure: true }), 'undo-sure');
  sure.disabled = busy || !report || (!!list && !keep);
  return row(sure, button(say('form.cancel'), 'small', act.closeUndo));
}

function row(...nodes) {
  const part = clone('buttons');
  fill(part.row, nodes);
  return part.root;
}
