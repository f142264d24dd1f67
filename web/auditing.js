// Looking after the archive: what of it is shown, which findings are accepted as they are, and correcting a file.

import { acceptFinding, withdrawAcceptance } from './api.js';

/** Gives what people do: audit(patch), accept(finding, reason), withdraw(finding), correct(), correcting, moreFindings(). */
export function createAuditing(store, map, load) {
  const region = () => store.get().region;
  store.watch(s => [s.region, s.page, s.audit], () => {
    load.archive();
    load.marks(map.box());
  });
  store.watch(s => [s.stamps], stamps => { if (stamps && store.get().page === 'archive') load.marks(map.box()); });
  store.watch(s => [s.marks, s.page], (marks, page) => map.audit(page === 'archive' ? marks.data ?? null : null));
  store.watch(s => [s.region, s.detail], () => load.history());
  return {
    audit: patch => store.set({ audit: { ...store.get().audit, ...patch } }),
    accept: async (finding, reason) => {
      await acceptFinding(region(), finding, reason);
      load.refresh(true);
    },
    withdraw: finding => withdrawAcceptance(region(), finding).then(() => load.refresh(true), () => load.refresh(true)),
    moreFindings: load.moreFindings,
    correct: () => store.set({ correcting: store.get().detail.data.code }),
    correcting: {
      cancel: () => store.set({ correcting: null }),
      done: () => {
        store.set({ correcting: null });
        load.refresh(true);
      },
    },
  };
}
