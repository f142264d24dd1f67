// Search by name or code: a field with a list of hits, for the mouse and for the keyboard.

import { clone, fill } from '../dom.js';

const PAUSE = 120;

/** `act`: find(words) gives hits, pick(selection). */
export function mountSearch(input, list, said, say, act) {
  let hits = [];
  let at = -1;
  let waiting = 0;
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = hit => {
    close();
    input.value = '';
    act.pick({ kind: hit.kind, code: hit.code });
  };
  const move = step => {
    at = (at + step + hits.length) % hits.length;
    [...list.children].forEach((node, i) => node.setAttribute('aria-selected', String(i === at)));
    list.children[at].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const ask = async () => {
    const words = input.value.trim();
    if (!words) return close();
    try {
      hits = await act.find(words);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      hits = null;
    }
    if (words !== input.value.trim()) return;
    fill(list, hits?.length ? hits.map((hit, i) => option(hit, i, say(), choose)) : notice(say()(hits ? 'search.none' : 'search.failed', { q: words })));
    hits ??= [];
    at = -1;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    said.textContent = say()('search.hits', { n: hits.length });
  };
  input.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };
  input.onkeydown = event => {
    if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
    } else if (event.key === 'Enter' && hits.length && !list.hidden) choose(hits[Math.max(at, 0)]);
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length && !list.hidden) {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  input.onblur = () => setTimeout(close, 150);
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) return;
    event.preventDefault();
    input.focus();
  });
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
