// What the page knows, in one place. Panels read it and watch parts of it; only actions write to it.

/** Makes a store around a first state. */
export function createStore(first) {
  let state = Object.freeze({ ...first });
  const watchers = new Set();
  return {
    get: () => state,

    /** Takes in a patch and tells those whose part has changed. */
    set(patch) {
      state = Object.freeze({ ...state, ...patch });
      for (const watcher of [...watchers]) watcher();
    },

    /** Calls `act` now, and again whenever one of the values that `pick` returns is another one. */
    watch(pick, act) {
      let seen = pick(state);
      const watcher = () => {
        const now = pick(state);
        if (now.length === seen.length && now.every((value, i) => Object.is(value, seen[i]))) return;
        seen = now;
        act(...now);
      };
      watchers.add(watcher);
      act(...seen);
      return () => watchers.delete(watcher);
    },
  };
}

/** Whether two selections name the same thing. */
export const isSame = (a, b) => a === b || (!!a && !!b && a.kind === b.kind && a.code === b.code);
