import assert from 'node:assert/strict';
import test from 'node:test';
import * as format from '../../web/format.js';

const plain = words => words.replaceAll('\u202f', ' ');
const table = (name, tell, rows) => test(name, () => { for (const [input, words] of rows) assert.equal(plain(tell(input)), words); });

table('Areas: square metres, hectares, square kilometres', format.area, [
  [0, '0 m²'], [3.26, '3.3 m²'], [1240.4, '1 240 m²'], [9999, '9 999 m²'], [32_000, '3.2 ha'], [1_240_000, '1.2 km²'], [250_000_000, '250 km²'], [null, '–'],
]);

table('Shares never say more than is known', format.share, [
  [0.864, '86.4 %'], [0, '0 %'], [1, '100 %'], [0.0001, '0.1 %'], [0.99999, '99.9 %'], [0.5, '50.0 %'], [null, '–'],
]);

table('Required shares are round numbers', format.required, [[0.8, '80 %'], [0.955, '95.5 %'], [1, '100 %']]);
table('Counts are grouped by thousands', format.count, [[7, '7'], [1234, '1 234'], [1_234_567, '1 234 567']]);
table('Metres', format.metres, [[1.84, '1.8 m'], [12.6, '13 m'], [1500, '1 500 m']]);
table('Azimuths name the nearest of eight points', format.compass, [[0, 'n'], [22, 'n'], [23, 'ne'], [250, 'w'], [359, 'n'], [-90, 'w']]);

test('A value that is known only between two is told as both', () => {
  assert.equal(plain(format.interval([40, 90], '°')), '40–90°');
  assert.equal(plain(format.interval([5, 5], 'm')), '5 m');
  assert.equal(plain(format.interval([1920, 2560], 'px')), '1 920–2 560 px');
  assert.equal(format.interval(null, 'm'), '–');
});

test('Moments are year first, to the minute', () => {
  assert.match(format.moment('2026-11-23T14:05:00+00:00'), /^2026-11-2\d \d\d:05$/);
  assert.equal(format.moment(null), '–');
});
