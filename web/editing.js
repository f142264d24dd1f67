// Changing a camera: what is entered or dragged becomes a preview, one request at a time, and in the end an edit.

import { newest, previewCamera, sendCamera } from './api.js';

/** Numbers of a camera that may be changed, with the least and the most that makes sense. */
export const FIELDS = {
  azimuth: [0, 360], tilt: [-20, 90], height: [0.5, 150], hfov: [1, 360], vfov: [1, 180], pixels: [100, 50000], range: [1, 5000],
};

/** The values that an edit would send: what differs from the record; what is left empty stays as recorded. */
export function changesOf(edit) {
  const changes = {};
  for (const name of Object.keys(FIELDS)) {
    if (name !== 'azimuth' && edit[name] != null && edit[name] !== edit.first[name]) changes[name] = edit[name];
  }
  if (!edit.azimuths.includes(null) && edit.azimuths.some((value, i) => value !== edit.first.azimuths[i])) {
    if (edit.azimuths.length > 1) changes.azimuths = edit.azimuths;
    else [changes.azimuth] = edit.azimuths;
  }
  if (edit.position.some((value, i) => value !== edit.first.position[i])) changes.position = edit.position;
  return changes;
}

/** What is wrong with what was entered, by field. */
export function faultsOf(edit) {
  const faults = {};
  for (const [name, [low, high]] of Object.entries(FIELDS)) {
    const value = name === 'azimuth' ? edit.azimuths[edit.head] : edit[name];
    if (value != null && !(value >= low && value <= high)) faults[name] = [low, high];
  }
  return faults;
}

/** What is edited at first: the exact values of the record; what it leaves open is empty. */
export function draftOf(camera) {
  const exact = name => {
    const pair = camera.facts.find(fact => fact.name === name)?.recorded;
    return pair && pair[0] === pair[1] ? pair[0] : null;
  };
  const values = Object.fromEntries(Object.keys(FIELDS).filter(name => name !== 'azimuth').map(name => [name, exact(name)]));
  const first = { ...values, azimuths: camera.azimuth?.length ? camera.azimuth : [null], position: [camera.lon, camera.lat] };
  return { ...first, first, head: 0, code: camera.code, version: camera.version, reason: '', preview: {}, saving: false, fault: null };
}

// Asks for previews, one request in flight: what changes meanwhile is asked when the answer is there.
function createPreviews(store) {
  const turn = newest();
  let running = false;
  let wanted = false;

  async function ask() {
    if (running) return void (wanted = true);
    const { region, edit, purpose } = store.get();
    if (!edit || Object.keys(faultsOf(edit)).length) return;
    running = true;
    wanted = false;
    const result = await previewCamera(region, edit.code, { ...changesOf(edit), purpose, ratios: true }, turn())
      .then(data => ({ data }), fault => (fault.name === 'AbortError' ? null : { fault, data: store.get().edit?.preview.data }));
    running = false;
    if (result && store.get().edit?.code === edit.code) store.set({ edit: { ...store.get().edit, preview: result } });
    if (wanted) ask();
  }

  return { ask, stop: () => { wanted = false; turn(); } };
}

/** `words` gives the speaker of the language that is shown. */
export function createEditing(store, map, load, words) {
  const previews = createPreviews(store);

  function change(patch) {
    const { edit } = store.get();
    if (!edit) return;
    store.set({ edit: { ...edit, ...patch, fault: null } });
    if (!('reason' in patch)) previews.ask();
  }

  function turnHead(value) {
    const { edit } = store.get();
    change({ azimuths: edit.azimuths.map((azimuth, i) => (i === edit.head ? value : azimuth)) });
  }

  async function save() {
    const { region, edit } = store.get();
    store.set({ edit: { ...edit, saving: true, fault: null } });
    try {
      await sendCamera(region, edit.code, { ...changesOf(edit), reason: edit.reason.trim(), version: edit.version });
      store.set({ edit: null });
      load.refresh(true);
    } catch (fault) {
      if (store.get().edit) store.set({ edit: { ...store.get().edit, saving: false, fault } });
    }
  }

  store.watch(s => [s.edit, s.purpose], edit => map.edit(edit && handlesOf(edit, words()), edit?.preview.data, store.get().purpose));
  map.onHandle({ turn: turnHead, move: position => change({ position }) });
  store.watch(s => [s.purpose], () => store.get().edit && previews.ask());
  return {
    begin: () => { store.set({ edit: draftOf(store.get().detail.data) }); previews.ask(); },
    cancel: () => { previews.stop(); store.set({ edit: null }); },
    change, turnHead, save,
  };
}

const handlesOf = (edit, say) => ({
  position: edit.position, azimuth: edit.azimuths[edit.head] ?? 0, hfov: edit.hfov ?? 60, labels: { place: say('edit.handle.place'), aim: say('edit.handle.aim') },
});
