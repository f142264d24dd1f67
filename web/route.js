// The address after #: every state of the page is a link.

export const LAYERS = ['sites', 'seen', 'gaps', 'views', 'cameras', 'areas', 'buildings'];
export const SHOWN_AT_FIRST = LAYERS;
const KINDS = ['site', 'gap', 'camera'];

/** Reads an address into the part of the state that it tells. What it does not say is null. */
export function parse(hash) {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const kind = KINDS.find(name => query.get(name));
  return {
    region: query.get('region'),
    selection: kind ? { kind, code: query.get(kind) } : null,
    filter: { category: query.get('category'), state: query.get('state'), sort: query.get('sort') === 'name' ? 'name' : 'worst' },
    layers: query.has('layers') ? LAYERS.filter(name => query.get('layers').split(',').includes(name)) : SHOWN_AT_FIRST,
    purpose: query.get('purpose'),
    place: parsePlace(query.get('view')),
    lang: query.get('lang'),
  };
}

/** Writes a state as an address. What is as at first is left out. */
export function format(state) {
  const parts = [];
  const add = (name, value) => value && parts.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/')}`);
  add('region', state.region);
  if (state.selection) add(state.selection.kind, state.selection.code);
  add('category', state.filter.category);
  add('state', state.filter.state);
  if (state.filter.sort !== 'worst') add('sort', state.filter.sort);
  if (state.layers.length !== SHOWN_AT_FIRST.length) parts.push(`layers=${state.layers.join(',')}`);
  add('purpose', state.purpose);
  if (state.place) add('view', `${state.place.lat.toFixed(5)},${state.place.lng.toFixed(5)},${state.place.zoom}`);
  add('lang', state.lang);
  return `#/map?${parts.join('&')}`;
}

function parsePlace(text) {
  const [lat, lng, zoom] = (text ?? '').split(',').map(Number);
  return text && [lat, lng, zoom].every(Number.isFinite) && Math.abs(lat) <= 86 ? { lat, lng, zoom } : null;
}
