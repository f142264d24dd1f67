// The only module that talks to the server.

/** A request that failed, with the server's own words when it had any. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
  }
}

async function json(path, signal) {
  let response;
  try {
    response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new ApiError(0, null);
  }
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return response.json();
}

const segment = text => text.split('/').map(encodeURIComponent).join('/');
const region = code => `/api/regions/${encodeURIComponent(code)}`;

export const loadRegions = signal => json('/api/regions', signal);
export const loadState = (code, signal) => json(`${region(code)}/state`, signal);
export const loadSummary = (code, signal) => json(`${region(code)}/summary`, signal);
export const loadDetail = (code, selection, signal) => json(`${region(code)}/${selection.kind}s/${segment(selection.code)}`, signal);

export function loadSites(code, filter, after, signal) {
  const query = new URLSearchParams({ limit: '60' });
  for (const [name, value] of Object.entries({ ...filter, after })) if (value) query.set(name, value);
  return json(`${region(code)}/sites?${query}`, signal);
}

export const exportOf = (code, layer, format) => `${region(code)}/export/${layer}.${format}`;
export const search = (code, words, signal) => json(`${region(code)}/search?${new URLSearchParams({ q: words })}`, signal);

/** Runs only the newest of a series of requests: a new one gives up the one before. */
export function newest() {
  let running = new AbortController();
  return () => {
    running.abort();
    running = new AbortController();
    return running.signal;
  };
}
