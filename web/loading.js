// What is fetched, when, and into which part of the store. A quiet fetch leaves what is shown until the new is there.

import { loadAudit, loadDeliveries, loadDelivery, loadMissing, loadFindings, loadHistory, loadMarks, loadRules, loadStanding, loadChangedGround, loadComparison, loadDetail, loadMoments, loadPolicies, loadRegions, loadSites, loadState, loadSummary, loadSurvey, newest, previewCamera } from './api.js';

const PAGE = 60, MOST_AT_ONCE = 200;

/** `on`: shown(detail) when what was chosen is there, ready(summary), none() without any region. */
export function createLoading(store, on) {
  const turns = { region: newest(), list: newest(), detail: newest(), changes: newest(), ground: newest(), policies: newest(), moments: newest(), sight: newest(), archive: newest(), more: newest(), marks: newest(), history: newest(), deliveries: newest(), delivery: newest() };

  // Runs a fetch into one part of the store; a newer one of the same kind takes its place.
  async function into(part, turn, fetching, quiet = false) {
    const signal = turns[turn]();
    if (!quiet) store.set({ [part]: {} });
    try {
      store.set({ [part]: { data: await fetching(signal) } });
    } catch (fault) {
      if (fault.name !== 'AbortError') store.set({ [part]: quiet ? { ...store.get()[part], fault } : { fault } });
    }
  }

  const load = {
    async begin(wanted, remembered) {
      try {
        const regions = await loadRegions();
        const region = [wanted, remembered].find(code => regions.some(r => r.code === code)) ?? regions[0]?.code ?? null;
        // An address of a region that is not here leads to no place and no thing of another one.
        const elsewhere = wanted && wanted !== region ? { selection: null, place: null, at: null, from: null } : {};
        store.set({ regions, region, begun: true, ...elsewhere });
        if (!region) on.none();
      } catch (fault) {
        store.set({ list: { fault }, begun: true });
      }
    },

    async region() {
      const { region, at } = store.get();
      if (!region) return;
      const signal = turns.region();
      try {
        const [stamps, summary] = await Promise.all([loadState(region, at, signal), loadSummary(region, at, signal)]);
        const { purpose } = store.get();
        const known = summary.purposes.some(p => p.name === purpose);
        store.set({ stamps, summary, purpose: known ? purpose : summary.purposes[0]?.name ?? null });
        on.ready(summary);
      } catch (fault) {
        if (fault.name !== 'AbortError') store.set({ list: { fault } });
      }
    },

    async list(after, quiet) {
      const { region, filter, at, list } = store.get();
      if (!region) return;
      const signal = turns.list();
      if (!after && !quiet) store.set({ list: {} });
      try {
        const limit = quiet ? Math.min(MOST_AT_ONCE, Math.max(PAGE, list.sites?.length ?? 0)) : PAGE;
        const page = await loadSites(region, filter, at, after, limit, signal);
        store.set({ list: { sites: [...(after ? list.sites : []), ...page.sites], total: page.total, next: page.next } });
      } catch (fault) {
        if (fault.name !== 'AbortError' && !quiet) store.set({ list: { fault } });
      }
    },

    async detail(quiet) {
      const { region, selection, at, purpose } = store.get();
      const signal = turns.detail();
      if (!region || !selection) return;
      try {
        const data = await loadDetail({ region, selection, at, purpose }, signal);
        store.set({ detail: { data } });
        if (!quiet) on.shown(selection, data);
      } catch (fault) {
        if (fault.name !== 'AbortError') store.set({ detail: { fault } });
      }
    },

    /** What a camera would see for the chosen purpose where no zone needs its view, so that none is stored. */
    sight() {
      const { region, selection, detail: { data }, purpose, at, sight } = store.get();
      const isAsked = selection?.kind === 'camera' && data?.views && data.lon !== null && !at && purpose && !data.views.some(view => view.purpose === purpose);
      const signal = turns.sight();
      if (isAsked) previewCamera(region, data.code, { purpose }, signal).then(({ views }) => store.set({ sight: { code: data.code, views } }), () => {});
      if (sight.code && sight.code !== (isAsked ? data.code : null)) store.set({ sight: {} });
    },

    moments: () => store.get().region && into('moments', 'moments', signal => loadMoments(store.get().region, signal), true),

    comparison(quiet) {
      const { page, region, from, at } = store.get();
      if (page === 'changes' && region && from) return into('comparison', 'changes', signal => loadComparison(region, from, at, signal), quiet);
      return store.set({ comparison: {} });
    },

    ground(bbox) {
      const { page, region, from, at } = store.get();
      if (page === 'changes' && region && from) return into('ground', 'ground', signal => loadChangedGround(region, from, at, bbox, signal), true);
      return store.get().ground.data && store.set({ ground: {} });
    },

    policies(quiet) {
      const { page, region } = store.get();
      if (page === 'policies' && region) return into('policies', 'policies', signal => loadPolicies(region, signal), quiet);
    },

    /** Who delivered what, and what full deliveries lack. */
    deliveries(quiet) {
      const { page, region } = store.get();
      if (page !== 'data' || !region) return;
      return into('deliveries', 'deliveries', async signal => {
        const [list, missing] = await Promise.all([loadDeliveries(region, null, signal), loadMissing(region, signal)]);
        return { ...list, missing };
      }, quiet);
    },

    async moreDeliveries() {
      const { region, deliveries: { data } } = store.get();
      await into('deliveries', 'deliveries', async signal => {
        const page = await loadDeliveries(region, data.next, signal);
        return { ...data, ...page, deliveries: [...data.deliveries, ...page.deliveries] };
      }, true);
    },

    delivery(quiet) {
      const { page, region, data: { delivery } } = store.get();
      if (page === 'data' && region && delivery) return into('delivery', 'delivery', signal => loadDelivery(region, delivery, signal), quiet);
    },

    /** What is wrong with the archive, or how it stands; a quiet fetch leaves what is shown. */
    async archive(quiet) {
      const { page, region, audit, archive, rules } = store.get();
      if (page !== 'archive' || !region) return;
      const signal = turns.archive();
      if (!quiet) store.set({ archive: { summary: archive.summary } });
      const limit = quiet ? Math.min(MOST_AT_ONCE, Math.max(PAGE, archive.list?.findings.length ?? 0)) : PAGE;
      try {
        const [told, summary, list, standing] = await Promise.all([rules ?? loadRules(region, signal), loadAudit(region, audit, signal),
          audit.show === 'standing' ? null : loadFindings(region, audit, null, limit, signal), audit.show === 'standing' ? loadStanding(region, signal) : null]);
        store.set({ rules: told, archive: { summary, list, standing } });
      } catch (fault) {
        if (fault.name !== 'AbortError') store.set({ archive: { ...store.get().archive, fault } });
      }
    },

    async moreFindings() {
      const { region, audit, archive } = store.get();
      const page = await loadFindings(region, audit, archive.list.next, PAGE, turns.more()).catch(() => null);
      if (!page || store.get().archive.list !== archive.list) return;
      store.set({ archive: { ...archive, list: { ...page, findings: [...archive.list.findings, ...page.findings] } } });
    },

    marks(bbox) {
      const { page, region, audit } = store.get();
      if (page === 'archive' && region) return into('marks', 'marks', signal => loadMarks(region, audit, bbox, signal), true);
      return store.get().marks.data && store.set({ marks: {} });
    },

    /** What became of the record of the chosen camera. */
    async history() {
      const { region, selection, detail: { data } } = store.get();
      const signal = turns.history();
      if (!region || selection?.kind !== 'camera' || !data) return;
      const { code } = selection;
      const answer = await loadHistory(region, code, signal).then(told => ({ data: told }), fault => (fault.name === 'AbortError' ? null : { fault }));
      if (answer && store.get().selection?.code === code) store.set({ history: { code, ...answer } });
    },

    /** In which order the records of a site's cameras are best completed. */
    async survey() {
      const { region, selection } = store.get();
      const site = selection.code;
      store.set({ survey: { site, loading: true } });
      const answer = await loadSurvey(region, site).then(data => ({ data }), fault => ({ fault }));
      if (store.get().survey.site === site) store.set({ survey: { site, ...answer } });
    },

    /** Everything that is shown, anew and in its place. */
    refresh(quiet) {
      if (!store.get().region) return load.begin(null, null);
      load.region();
      load.list(null, quiet);
      load.detail(quiet);
      load.comparison(quiet);
      load.policies(quiet);
      load.archive(quiet);
      load.deliveries(quiet);
      load.delivery(quiet);
      if (store.get().moments.data) load.moments();
    },
  };
  return load;
}
