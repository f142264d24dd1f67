// Follows what happens in a region: the server tells when its state is another one, and how far longer work has come.

const SLOWEST_CHECK = 1000; // ms between two refreshes, however fast the news come
const MOST_SILENCES = 4; // then work that was told of is taken to be over

/** `on`: changed(stamps), progress({ doing, share, pending } or null). */
export function createLive(on) {
  let source = null;
  let waiting = 0;
  let told = null;

  const later = stamps => {
    told = stamps;
    waiting ||= setTimeout(() => {
      waiting = 0;
      on.changed(told);
    }, SLOWEST_CHECK);
  };

  return {
    /** Listens to another address; the browser itself connects anew when the line breaks. */
    follow(url) {
      source?.close();
      clearTimeout(waiting);
      waiting = 0;
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
