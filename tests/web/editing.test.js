// What an edit of a camera would send.
import assert from 'node:assert/strict';
import test from 'node:test';
import { changesOf, draftOf, faultsOf } from '../../web/editing.js';

const fact = (name, ...recorded) => ({ name, recorded: recorded.length ? recorded : null });
const camera = (azimuth = [150]) => ({
  code: 'C1', lon: 118.8, lat: 32.3, azimuth, facts: [fact('height', 5, 5), fact('hfov', 40, 90), fact('tilt', 12, 12), fact('pixels')],
});

test('At first nothing is changed, and an interval is not taken for a number', () => {
  const draft = draftOf(camera());
  assert.deepEqual(changesOf(draft), {});
  assert.equal(draft.hfov, null);
  assert.equal(draft.height, 5);
});

test('Only what differs is sent, and an emptied field stays as recorded', () => {
  const draft = draftOf(camera());
  assert.deepEqual(changesOf({ ...draft, height: 6, tilt: null, hfov: 60 }), { height: 6, hfov: 60 });
  assert.deepEqual(changesOf({ ...draft, azimuths: [0], position: [118.9, 32.3] }), { azimuth: 0, position: [118.9, 32.3] });
});

test('A camera with several heads sends all of them, one without a direction sends none until it has one', () => {
  const two = draftOf(camera([80, 10]));
  assert.deepEqual(changesOf({ ...two, azimuths: [80, 20] }), { azimuths: [80, 20] });
  const lost = draftOf(camera(null));
  assert.deepEqual(changesOf(lost), {});
  assert.deepEqual(changesOf({ ...lost, azimuths: [0] }), { azimuth: 0 });
});

test('What makes no sense is named with what would', () => {
  const draft = draftOf(camera());
  assert.deepEqual(faultsOf(draft), {});
  assert.deepEqual(faultsOf({ ...draft, tilt: 200, azimuths: [-4] }), { azimuth: [0, 360], tilt: [-20, 90] });
});
