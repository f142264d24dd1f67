// The only module that talks to the server.

import { overreachOf, previewOf, probeOf, summaryOf, surveyOf } from './answers.js';

/** A request that failed, with the server's own words when it had any; `errors` names the faults by field. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? words(problem) ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.errors = problem?.errors ?? {};
    this.later = problem?.later ?? null;
    this.laterTotal = problem?.later_total ?? 0;
  }
}

const words = problem => problem?.errors && Object.entries(problem.errors).map(([field, faults]) => `${field} ${[faults].flat().join('; ')}`).join('. ');

async function ask(path, { type = 'application/json', ...options }) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { accept: 'application/json', ...(options.body ? { 'content-type': type } : {}) } });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new ApiError(0, null);
  }
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return response.status === 204 ? null : response.json();
}

const json = (path, signal) => ask(path, { signal });
const send = (method, path, body, signal) => ask(path, { method, body: JSON.stringify(body), signal });
// A code in the middle of an address is one segment; at its end it may hold slashes.
const segment = text => text.split('/').map(encodeURIComponent).join('/');
const region = code => `/api/regions/${encodeURIComponent(code)}`;

/** A path with what of its parameters is known. */
export function withQuery(path, values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value != null && value !== ''));
  return query.size ? `${path}?${query}` : path;
}

export const loadRegions = signal => json('/api/regions', signal);
export const loadState = (code, at, signal) => json(withQuery(`${region(code)}/state`, { at }), signal);
export const loadSummary = (code, at, signal) => json(withQuery(`${region(code)}/summary`, { at }), signal).then(summaryOf);
export const loadMoments = (code, signal) => json(`${region(code)}/moments?limit=100`, signal);
export const loadComparison = (code, from, to, signal) => json(withQuery(`${region(code)}/comparison`, { from, to }), signal);
export const loadChangedGround = (code, from, to, bbox, signal) => json(withQuery(`${region(code)}/comparison/ground`, { from, to, bbox, limit: 1500 }), signal);
export const loadPolicies = (code, signal) => json(`${region(code)}/policies`, signal);
export const loadSurvey = (code, site, signal) => json(`${region(code)}/sites/${encodeURIComponent(site)}/survey`, signal).then(surveyOf);
export const sendEdits = (code, edits, signal) => send('POST', `${region(code)}/edits`, edits, signal);
export const sendCamera = (code, camera, fields, signal) => send('PATCH', `${region(code)}/cameras/${segment(camera)}`, fields, signal);
export const previewCamera = (code, camera, fields, signal) => send('POST', `${region(code)}/cameras/${encodeURIComponent(camera)}/preview`, fields, signal).then(previewOf);
export const loadHistory = (code, camera, signal) => json(`${region(code)}/cameras/${encodeURIComponent(camera)}/history`, signal);
export const loadRules = (code, signal) => json(`${region(code)}/archive/rules`, signal).then(answer => answer.rules);
export const loadAudit = (code, { unit, rule }, signal) => json(withQuery(`${region(code)}/archive/summary`, { unit, rule }), signal);
export const loadStanding = (code, signal) => json(`${region(code)}/archive/standing`, signal);
export const loadFindings = (code, { show, ...asked }, after, limit, signal) => json(withQuery(`${region(code)}/archive/findings`, { limit, ...asked, state: show === 'accepted' ? 'accepted' : 'open', after }), signal);
export const loadMarks = (code, { rule, severity, unit }, bbox, signal) => json(withQuery(`${region(code)}/archive/marks`, { rule, severity, unit, bbox }), signal);
export const findingFile = (code, { show, ...asked }, lang) => withQuery(`${region(code)}/archive/findings`, { ...asked, state: show === 'accepted' ? 'accepted' : 'open', format: 'xlsx', lang });
export const acceptFinding = (code, finding, reason) => send('POST', `${region(code)}/archive/acceptances`, { camera: finding.camera, rule: finding.rule, record: finding.record, reason });
export const withdrawAcceptance = (code, finding) => send('POST', `${region(code)}/archive/acceptances/withdraw`, { camera: finding.camera, rule: finding.rule });
export const loadDeliveries = (code, after, signal) => json(withQuery(`${region(code)}/deliveries`, { after }), signal);
export const loadDelivery = (code, delivery, signal) => json(`${region(code)}/deliveries/${delivery}`, signal);
export const loadMissing = (code, signal) => json(`${region(code)}/missing-cameras?limit=200`, signal);
export const deliveryFile = (code, delivery) => `${region(code)}/deliveries/${delivery}/changes.csv`;
export const undoDelivery = (code, delivery, how) => send('POST', `${region(code)}/deliveries/${delivery}/undo`, how);
export const sendFile = (file, signal) => ask(withQuery('/api/imports/files', { name: file.name }), { method: 'POST', body: file, signal, type: 'application/octet-stream' });
export const loadFile = (file, code, source, signal) => json(withQuery(`/api/imports/files/${file}`, { region: code, source }), signal);
export const loadImports = () => json('/api/imports');
export const startImport = order => send('POST', '/api/imports', order);
export const loadImport = job => json(`/api/imports/${job}`);
export const cancelImport = job => send('POST', `/api/imports/${job}/cancel`, {});
export const eventsOf = code => `${region(code)}/events`;

/** What is known of the thing that was chosen; a camera and a probe are always of now. */
export function loadDetail({ region: code, selection, at, purpose }, signal) {
  if (selection.kind === 'probe') {
    const [lon, lat] = selection.code.split(',');
    return json(withQuery(`${region(code)}/probe`, { lon, lat, purpose }), signal).then(probeOf);
  }
  if (selection.kind === 'overreach') return json(`${region(code)}/overreach`, signal).then(overreachOf);
  const path = `${region(code)}/${selection.kind}s/${segment(selection.code)}`;
  return json(selection.kind === 'camera' ? path : withQuery(path, { at }), signal);
}

export const loadSites = (code, filter, at, after, limit, signal) => json(withQuery(`${region(code)}/sites`, { limit, ...filter, at, after }), signal);
export const exportOf = (code, layer, format, at) => withQuery(`${region(code)}/export/${layer}.${format}`, { at });
export const comparisonFile = (code, file, from, to) => withQuery(`${region(code)}/comparison/${file}`, { from, to });
export const search = (code, text, signal) => json(`${region(code)}/search?${new URLSearchParams({ q: text })}`, signal);

/** Runs only the newest of a series of requests: a new one gives up the one before. */
export function newest() {
  let running = new AbortController();
  return () => {
    running.abort();
    running = new AbortController();
    return running.signal;
  };
}
