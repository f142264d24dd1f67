// Why ground is not seen, in sentences.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cause, causes, miss, thing } from '../../web/panels/reasons.js';
import { told, zulu } from '../../web/panels/time.js';
import { speaker } from '../../web/texts/say.js';

const [en, zh] = [speaker('en'), speaker('zh')];
const plain = words => words.replaceAll('\u202f', ' ');
const building = { use: 'building', bearing: 48, height: 18, distance_m: 12.4 };

test('What stands in the way has a name, a direction, a height', () => {
  assert.equal(plain(thing(en, building)), 'the building to the north-east (18 m high, 12 m away)');
  assert.equal(plain(thing(zh, building)), '东北侧的建筑（高 18 m，相距 12 m）');
  assert.equal(thing(en, { use: 'statue' }), 'what stands there');
});

test('A gap tells its causes with their shares, an older record only its first', () => {
  const gap = { causes: [{ cause: 'blocked', share: 0.7, occluder: 'b1', ...building }, { cause: 'dark', share: 0.3 }] };
  assert.deepEqual(causes(en, gap).map(one => plain(one.share)), ['70.0 %', '30.0 %']);
  assert.equal(plain(causes(en, gap)[0].words), 'Blocked by the building to the north-east (18 m high, 12 m away)');
  assert.equal(causes(en, { cause: 'none', causes: [] })[0].words, 'No camera is in reach.');
  assert.equal(cause(en, { cause: 'of a later version' }), 'of a later version');
});

test('A miss tells by how much, when that is known', () => {
  assert.equal(plain(miss(en, { code: 'density', has: 41.2, needs: 62.5 })), 'Too coarse: 41.2 px/m, 62.5 px/m needed.');
  assert.equal(miss(en, { code: 'density' }), 'Too coarse');
  assert.equal(miss(en, { code: 'blocked' }), 'Blocked.');
  assert.equal(miss(en, { code: 'inside_occluder' }), 'This point is built over.');
});

test('A moment tells what it changed, and goes into an address without a plus sign', () => {
  assert.equal(told({ kind: 'full', zones_changed: 1, gaps_opened: 2, gaps_closed: 0 }, en), 'full analysis, zones with another result: 1, gaps: 2 opened, 0 closed');
  assert.equal(zulu('2026-01-02T12:00:00.5+00:00'), '2026-01-02T12:00:00.5Z');
  assert.equal(zulu('2026-01-02T12:00:00+08:00'), '2026-01-02T12:00:00+08:00');
});
