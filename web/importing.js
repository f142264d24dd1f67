// Bringing a file in: sent, looked at, mapped, tried, imported; and taking a delivery back. What was chosen outlives a reload.

import { cancelImport, loadFile, loadImport, loadImports, sendFile, startImport, undoDelivery } from './api.js';

const EVERY = 400;

const kept = file => `coverage.import.${file}`;
const remembered = file => { try { return JSON.parse(sessionStorage.getItem(kept(file))) ?? {}; } catch { return {}; } };
const remember = (file, draft) => { try { sessionStorage.setItem(kept(file), JSON.stringify(draft)); } catch { /* a private window keeps nothing */ } };
const forget = file => { try { sessionStorage.removeItem(kept(file)); } catch { /* nothing to forget */ } };

/** What is chosen at first: a source named as the file, without its ending. */
export const firstDraft = name => ({ source: name.replace(/\.[A-Za-z0-9]{1,5}$/, ''), datum: '', kind: '', partial: false, columns: {}, codes: {} });

/** What an import is asked to do; null for a mapping that says nothing leaves the source's own. */
export function orderOf({ info, draft }, region, isTrial) {
  const order = { file: info.file, region, source: draft.source.trim() || info.name, partial: draft.partial, dry_run: isTrial };
  if (draft.datum) order.datum = draft.datum;
  if (draft.kind) order.kind = draft.kind;
  const map = mapOf(info, draft);
  return map ? { ...order, map } : order;
}

/** How columns and codes are to be taken: as this source's were before, but for what was chosen now. */
export function mapOf(info, draft) {
  if (!info.table || !(Object.keys(draft.columns).length || Object.keys(draft.codes).length)) return null;
  const [before, codes] = [info.mapping ?? {}, { ...(info.mapping?.codes ?? {}) }];
  for (const [field, values] of Object.entries(draft.codes)) {
    const said = Object.fromEntries(Object.entries({ ...codes[field], ...values }).filter(([, code]) => code));
    if (Object.keys(said).length) codes[field] = said;
    else delete codes[field];
  }
  const headers = new Set(info.table.columns.map(column => column.header));
  const columns = Object.fromEntries(Object.entries({ ...(before.columns ?? {}), ...draft.columns }).filter(([header]) => headers.has(header)));
  return { columns, codes, ...(before.sheet ? { sheet: before.sheet } : {}) };
}

/** What a column is taken for: chosen now, else as before, else as the form tells; null = ignored. */
export function meaningOf(column, draft) {
  return Object.hasOwn(draft.columns, column.header) ? draft.columns[column.header] : column.field;
}

export function createImporting(store, load) {
  const now = () => store.get().importing;
  const set = patch => store.set({ importing: { ...now(), ...patch } });
  const isOn = file => now()?.info?.file === file;

  function begin(info) {
    const draft = { ...firstDraft(info.name), ...remembered(info.file) };
    store.set({ importing: { info, draft, tried: null, job: null, fault: null }, data: { delivery: null, missing: null, file: info.file } });
  }

  async function follow(job) {
    const { file } = job;
    while (isOn(file)) {
      set({ job });
      if (job.state !== 'running') break;
      await new Promise(done => setTimeout(done, EVERY));
      try {
        job = await loadImport(job.id);
      } catch (fault) {
        return void (isOn(file) && set({ job: null, fault }));
      }
    }
    if (job.state !== 'done' || job.dry_run) return;
    forget(file);
    load.refresh(true);
  }

  async function attempt(isTrial) {
    const { info, draft } = now();
    set({ fault: null, job: { state: 'running', doing: 'reading', share: 0, dry_run: isTrial, file: info.file }, tried: isTrial ? JSON.stringify(draft) : now().tried });
    try {
      await follow(await startImport(orderOf({ info, draft }, store.get().region, isTrial)));
    } catch (fault) {
      if (isOn(info.file)) set({ job: null, fault });
    }
  }

  async function look() {
    const { page, data: { file }, region } = store.get();
    if (page !== 'data' || !file || !region) return;
    if (file === 'new') return void (now() && !now().sending && store.set({ importing: null }));
    if (isOn(file) || now()?.sending) return;
    store.set({ importing: { loading: true } });
    try {
      begin(await loadFile(file, region, remembered(file).source));
      const { running } = await loadImports();
      const job = running.find(one => one.file === file);
      if (job) await follow(job);
    } catch (fault) {
      store.set({ importing: { fault } });
    }
  }

  async function choose(file) {
    store.set({ importing: { sending: file.name } });
    try {
      begin(await sendFile(file));
    } catch (fault) {
      store.set({ importing: { fault, name: file.name } });
    }
  }

  /** Another choice: what was tried with the one before is no longer what would come. */
  async function draft(patch) {
    const { info, draft: before } = now();
    const next = { ...before, ...patch };
    remember(info.file, next);
    set({ draft: next, fault: null });
    if (!info.table || !('source' in patch)) return;
    const seen = await loadFile(info.file, store.get().region, next.source).catch(() => null);
    if (seen && isOn(info.file)) set({ info: seen });
  }

  async function undo(patch = {}) {
    const asked = { ...store.get().undoing, ...patch };
    const { region } = store.get();
    store.set({ undoing: { ...asked, busy: true, fault: null } });
    try {
      const report = await undoDelivery(region, asked.id, { dry_run: !asked.sure, keep_later: !!asked.keep });
      if (store.get().undoing?.id !== asked.id) return;
      if (!asked.sure) return void store.set({ undoing: { ...asked, busy: false, report } });
      store.set({ undoing: null, data: { file: null, missing: null, delivery: String(report.delivery) } });
      load.refresh(true);
    } catch (fault) {
      if (store.get().undoing?.id === asked.id) store.set({ undoing: { ...asked, busy: false, sure: false, ...(fault.later ? { later: fault.later, laterTotal: fault.laterTotal } : { fault }) } });
    }
  }

  return {
    look, choose, draft, undo,
    attempt,
    column: (header, field) => draft({ columns: { ...now().draft.columns, [header]: field } }),
    code: (field, value, code) => draft({ codes: { ...now().draft.codes, [field]: { ...now().draft.codes[field], [value]: code } } }),
    cancel: () => cancelImport(now().job.id).catch(() => {}),
    askUndo: id => undo({ id, report: null, later: null, keep: false, sure: false }),
    closeUndo: () => store.set({ undoing: null }),
  };
}
