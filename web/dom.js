// Filling clones of the templates in index.html. Text goes in as text, never as markup.

export const byId = id => document.getElementById(id);

/** A clone of a template, with its parts (data-part) by name. */
export function clone(template) {
  const node = document.importNode(byId(`tpl-${template}`).content.firstElementChild, true);
  const parts = { root: node };
  if (node.dataset.part) parts[node.dataset.part] = node;
  for (const part of node.querySelectorAll('[data-part]')) parts[part.dataset.part] = part;
  return parts;
}

/** Replaces the children of a node, skipping what is not there. */
export const fill = (node, ...children) => node.replaceChildren(...children.flat().filter(child => child != null));

/** Puts the words of a language wherever the page names a key: text, aria-label, title, placeholder. */
export function speak(root, say) {
  for (const node of all(root, '[data-say]')) node.textContent = say(node.dataset.say);
  for (const node of all(root, '[data-say-label]')) node.setAttribute('aria-label', say(node.dataset.sayLabel));
  for (const node of all(root, '[data-say-title]')) node.title = say(node.dataset.sayTitle);
  for (const node of all(root, '[data-say-placeholder]')) node.placeholder = say(node.dataset.sayPlaceholder);
}

const all = (root, selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];

/** Whether the page is so narrow that lists and details lie over the map. */
export const isNarrow = () => matchMedia('(max-width: 47.5em)').matches;
export const wantsCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
