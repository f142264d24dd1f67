// The address after #: every state of the page is a link.

export const LAYERS = ['sites', 'seen', 'gaps', 'views', 'cameras', 'areas', 'buildings', 'overreach'];
export const SHOWN_AT_FIRST = LAYERS;
export const PAGES = ['map', 'changes', 'archive', 'data', 'policies'];
/** What of the archive is looked at. */
const SHOWN = ['findings', 'accepted', 'standing'];
const KINDS = ['site', 'gap', 'camera', 'probe', 'overreach'];
/** What of the data is looked at: a delivery, a file that is being imported, or cameras that are missing. */
const DATA = ['delivery', 'file', 'missing'];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads an address into the part of the state that it tells. What it does not say is null. */
export function parse(hash) {
  const [path, rest] = hash.split('?');
  const query = new URLSearchParams(rest ?? '');
  const kind = KINDS.find(name => query.get(name));
  return {
    page: PAGES.find(name => path === `#/${name}`) ?? 'map',
    region: query.get('region'),
    at: parseMoment(query.get('at')),
    from: parseMoment(query.get('from')),
    selection: kind ? { kind, code: query.get(kind) } : null,
    filter: { category: query.get('category'), state: query.get('state'), sort: query.get('sort') === 'name' ? 'name' : 'worst' },
    audit: { show: SHOWN.find(name => name === query.get('show')) ?? 'findings', rule: query.get('rule'), severity: query.get('severity'), unit: query.get('unit') },
    data: parseData(query),
    layers: query.has('layers') ? LAYERS.filter(name => query.get('layers').split(',').includes(name)) : SHOWN_AT_FIRST,
    purpose: query.get('purpose'),
    place: parsePlace(query.get('view')),
    lang: query.get('lang'),
  };
}

/** Writes a state as an address. What is as at first is left out. */
export function format(state) {
  const parts = [];
  const add = (name, value) => value && parts.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`);
  add('region', state.region);
  add('at', state.at);
  if (state.page === 'changes') add('from', state.from);
  if (state.selection) add(state.selection.kind, state.selection.code);
  add('category', state.filter.category);
  add('state', state.filter.state);
  if (state.filter.sort !== 'worst') add('sort', state.filter.sort);
  if (state.page === 'archive') {
    if (state.audit.show !== 'findings') add('show', state.audit.show);
    for (const name of ['rule', 'severity', 'unit']) add(name, state.audit[name]);
  }
  if (state.page === 'data') for (const name of DATA) add(name, state.data[name]);
  if (state.layers.length !== SHOWN_AT_FIRST.length) parts.push(`layers=${state.layers.join(',')}`);
  add('purpose', state.purpose);
  if (state.place) add('view', `${state.place.lat.toFixed(5)},${state.place.lng.toFixed(5)},${state.place.zoom}`);
  add('lang', state.lang);
  return `#/${state.page}?${parts.join('&')}`;
}

function parseData(query) {
  const valid = { delivery: /^\d{1,18}$/, file: /^([0-9a-f]{32}|new)$/, missing: /^1$/ };
  const name = DATA.find(one => valid[one].test(query.get(one) ?? ''));
  return { delivery: null, file: null, missing: null, ...(name ? { [name]: query.get(name) } : {}) };
}

const parseMoment = text => (text && MOMENT.test(text) && !Number.isNaN(Date.parse(text)) ? text : null);

function parsePlace(text) {
  const [lat, lng, zoom] = (text ?? '').split(',').map(Number);
  return text && [lat, lng, zoom].every(Number.isFinite) && Math.abs(lat) <= 86 ? { lat, lng, zoom } : null;
}
