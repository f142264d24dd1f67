// Answers of the server in the form that the panels draw.
import assert from 'node:assert/strict';
import test from 'node:test';
import { overreachOf, previewOf, probeOf, summaryOf, surveyOf } from '../../web/answers.js';

test('A probe has a point, the state of the ground, and what blocks each camera', () => {
  const told = probeOf({ lon: 1, lat: 2, ground: { state: 'inside_occluder', zones: [], gaps: [{ id: '7' }] }, cameras: [{ code: 'C', lon: 3, lat: 4, blocking: [{ code: 'b' }] }] });
  assert.deepEqual(told.point.coordinates, [1, 2]);
  assert.equal(told.ground, 'built');
  assert.equal(told.gap.id, '7');
  assert.deepEqual(told.cameras[0].point.coordinates, [3, 4]);
  assert.equal(told.cameras[0].blockers[0].code, 'b');
  assert.equal(probeOf({ point: { coordinates: [1, 2] }, ground: 'watched', zones: [], gap: null, cameras: [] }).ground, 'watched');
});

test('Overreach is one row a camera and area', () => {
  const told = overreachOf({ cameras: [{ camera: 'C', name: 'N', lon: 3, lat: 4, parts: [{ area: 'p', name: 'P', area_m2: 1 }, { area: 'q', name: 'Q', area_m2: 2 }] }], next: 'x' });
  assert.deepEqual(told.overreach.map(row => `${row.name} ${row.area_name} ${row.area_m2}`), ['N P 1', 'N Q 2']);
  assert.equal(told.last, 'x');
});

test('Surveys, previews and summaries come in one form', () => {
  assert.deepEqual(surveyOf({ visits: [1] }).cameras, [1]);
  assert.deepEqual(previewOf({ features: [{ properties: { purpose: 'p' }, geometry: 'g' }] }), { features: [{ properties: { purpose: 'p' }, geometry: 'g' }], zones: [], views: [{ purpose: 'p', geometry: 'g' }] });
  assert.equal(summaryOf({ overreach: { cameras: 3 } }).overreach, 3);
  assert.equal(summaryOf({ overreach: 2 }).overreach, 2);
  assert.equal(summaryOf({}).overreach, 0);
});
