// Follows what happens in a region: the server tells when its state is another one, and how far longer work has come.

const SLOWEST_CHECK = 1000; // ms between two refreshes, however fast the news come
const MOST_SILENCES = 4; // then work that was told of is taken to be over

const isSame = (a, b) => a.records === b.records && a.findings === b.findings;

/** `on`: shown() gives the stamps of what is shown or null, changed(), progress({ doing, share } or null). */
export function createLive(on) {
  let source = null;
  let waiting = 0;
  let told = null;
  let known = null; // the last news: what was fetched after it is at least as new

  // Not compared with what is shown, but once: parts of that may have been fetched before its stamps were.
  function check() {
    const before = known ?? on.shown();
    waiting = before ? 0 : setTimeout(check, SLOWEST_CHECK);
    if (!before) return;
    known = told;
    if (!isSame(before, told)) on.changed();
  }

  const later = stamps => {
    told = stamps;
    waiting ||= setTimeout(check, SLOWEST_CHECK);
  };

  return {
    /** Listens to another address; the browser itself connects anew when the line breaks. */
    follow(url) {
      source?.close();
      clearTimeout(waiting);
      waiting = 0;
      known = null;
      on.progress(null);
      if (!url || typeof EventSource === 'undefined') return;
      source = new EventSource(url);
      source.addEventListener('state', event => {
        on.progress(null); // what was worked on is there, or gone; news of more would follow
        read(event, later);
      });
      let silences = 0; // the server says a word after each quarter of a minute without news
      source.addEventListener('alive', () => { if (++silences >= MOST_SILENCES) on.progress(null); });
      source.addEventListener('progress', event => read(event, progress => {
        silences = 0;
        on.progress(progress);
      }));
      source.onerror = () => on.progress(null);
    },
  };
}

function read(event, act) {
  try {
    act(JSON.parse(event.data));
  } catch { /* a line of a later version is passed over */ }
}
