// Search by name or code: a field with a list of hits, for the mouse and for the keyboard.

import { clone, fill } from '../dom.js';

const PAUSE = 120;

/** `act`: find(words) gives hits, pick(selection). */
export function mountSearch(input, list, said, say, act) {
  const box = { input, list, said, hits: [], at: -1 };
  let waiting = 0;
  const choose = hit => {
    close(box);
    input.value = '';
    act.pick({ kind: hit.kind, code: hit.code });
  };
  input.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(box, say(), act, choose), PAUSE);
  };
  input.onkeydown = event => press(box, event, choose);
  input.onblur = () => setTimeout(() => close(box), PAUSE);
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) return;
    event.preventDefault();
    input.focus();
  });
}

async function ask(box, say, act, choose) {
  const words = box.input.value.trim();
  if (!words) return close(box);
  const hits = await act.find(words).catch(fault => (fault.name === 'AbortError' ? undefined : null));
  if (hits === undefined || words !== box.input.value.trim()) return;
  Object.assign(box, { hits: hits ?? [], at: -1 });
  fill(box.list, box.hits.length ? box.hits.map((hit, i) => option(hit, i, say, choose)) : notice(say(hits ? 'search.none' : 'search.failed', { q: words })));
  box.list.hidden = false;
  box.input.setAttribute('aria-expanded', 'true');
  box.said.textContent = say('search.hits', { n: box.hits.length });
}

function press(box, event, choose) {
  const isOpen = !box.list.hidden;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    if (!isOpen) box.input.value = '';
    close(box);
  } else if (event.key === 'Enter' && isOpen && box.hits.length) choose(box.hits[Math.max(box.at, 0)]);
  else if (step && isOpen && box.hits.length) {
    event.preventDefault();
    move(box, (box.at + step + box.hits.length) % box.hits.length);
  }
}

function move(box, to) {
  box.at = to;
  [...box.list.children].forEach((node, i) => node.setAttribute('aria-selected', String(i === to)));
  box.list.children[to].scrollIntoView({ block: 'nearest' });
  box.input.setAttribute('aria-activedescendant', box.list.children[to].id);
}

function close(box) {
  box.list.hidden = true;
  box.at = -1;
  box.input.setAttribute('aria-expanded', 'false');
  box.input.removeAttribute('aria-activedescendant');
}

function option(hit, i, say, choose) {
  const part = clone('hit');
  part.root.id = `hit-${i}`;
  part.root.setAttribute('aria-selected', 'false');
  part.kind.textContent = hit.kind === 'site' ? say.or(`category.${hit.type}`, hit.type) : say.or(`type.${hit.type}`, hit.type);
  part.kind.classList.add(`hit-${hit.kind}`);
  part.name.textContent = hit.name || hit.code;
  part.code.textContent = hit.code;
  part.root.onpointerdown = event => {
    event.preventDefault();
    choose(hit);
  };
  return part.root;
}

function notice(words) {
  const node = document.createElement('li');
  node.className = 'hit-none';
  node.textContent = words;
  return node;
}
