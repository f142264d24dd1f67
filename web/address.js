// Keeps the address and the state together: a step of the user is a step of the back button.

import { format, parse } from './route.js';
import { isSame } from './store.js';

const isEqual = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const STEPS = ['page', 'region', 'at', 'from'];

/** `show(place)` moves the map when the user steps back to another place. */
export function mountAddress(store, show) {
  let written = null;

  store.watch(s => [s.page, s.region, s.at, s.from, s.selection, s.filter, s.audit, s.data, s.layers, s.purpose, s.place, s.lang, s.begun], () => {
    const state = store.get();
    const wanted = format(state);
    if (!state.begun || wanted === location.hash) return;
    const before = parse(location.hash);
    const isStep = written !== null && (STEPS.some(name => before[name] !== state[name]) || !isSame(before.selection, state.selection) || !isEqual(before.filter, state.filter) || (state.page === 'data' && !isEqual(before.data, state.data)) || (state.page === 'archive' && !isEqual(before.audit, state.audit)));
    history[isStep ? 'pushState' : 'replaceState'](null, '', wanted);
    written = wanted;
  });

  addEventListener('popstate', () => {
    if (location.hash === written) return;
    written = location.hash;
    const told = parse(location.hash);
    store.set(steps(told, store.get()));
    if (told.place) show(told.place);
  });
}

// What stays the same stays the same object, so that nobody redraws for nothing.
function steps(told, state) {
  const region = told.region ?? state.region;
  const selection = isSame(told.selection, state.selection) ? state.selection : told.selection;
  const stays = region === state.region && told.at === state.at;
  return {
    region, selection, page: told.page, at: told.at, from: told.from, layers: told.layers, place: told.place ?? state.place,
    filter: isEqual(told.filter, state.filter) ? state.filter : told.filter,
    audit: isEqual(told.audit, state.audit) ? state.audit : told.audit,
    data: isEqual(told.data, state.data) ? state.data : told.data,
    purpose: told.purpose ?? state.purpose,
    lang: told.lang ?? state.lang,
    ...(stays ? {} : { summary: null, stamps: null, list: {} }),
    ...(selection === state.selection && stays ? {} : { detail: {}, edit: null, correcting: null }),
  };
}
