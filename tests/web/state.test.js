// The store, and the address that says what it holds.
import assert from 'node:assert/strict';
import test from 'node:test';
import { extentOf } from '../../web/extent.js';
import { format, LAYERS, parse } from '../../web/route.js';
import { createStore, isSame } from '../../web/store.js';

test('Only those are told whose part has changed', () => {
  const store = createStore({ a: 1, b: 1 });
  const told = [];
  store.watch(s => [s.a], a => told.push(a));
  store.set({ b: 2 });
  store.set({ a: 1 });
  store.set({ a: 3 });
  assert.deepEqual(told, [1, 3]);
});

test('One who stops watching is told no more', () => {
  const store = createStore({ a: 1 });
  let calls = 0;
  const stop = store.watch(s => [s.a], () => calls++);
  stop();
  store.set({ a: 2 });
  assert.equal(calls, 1);
});

test('A patch made while others are being told reaches everybody', () => {
  const store = createStore({ a: 1, b: 1 });
  const seen = [];
  store.watch(s => [s.a], a => a === 2 && store.set({ b: 2 }));
  store.watch(s => [s.a, s.b], (a, b) => seen.push(`${a}${b}`));
  store.set({ a: 2 });
  assert.equal(seen.at(-1), '22');
});

test('The state cannot be changed behind the store', () => {
  const store = createStore({ a: 1 });
  assert.throws(() => { 'use strict'; store.get().a = 2; });
});

test('Selections are the same when they name the same thing', () => {
  assert.ok(isSame({ kind: 'site', code: 'S1' }, { kind: 'site', code: 'S1', name: 'x' }));
  assert.ok(!isSame({ kind: 'site', code: '1' }, { kind: 'gap', code: '1' }));
  assert.ok(isSame(null, null));
  assert.ok(!isSame(null, { kind: 'site', code: '1' }));
});

const state = {
  page: 'changes', at: '2026-01-03T00:00:00Z', from: '2026-01-02T12:00:00.123456Z', region: '320116', selection: { kind: 'camera', code: 'node/12 & 东' }, filter: { category: 'bus_stop', state: null, sort: 'name' },
  audit: { show: 'findings', rule: null, severity: null, unit: null }, data: { delivery: null, file: null, missing: null },
  layers: ['sites', 'gaps'], purpose: 'observe-person', place: { lat: 32.34, lng: 118.84, zoom: 16 }, lang: 'zh',
};

test('An address that is read again gives the same state', () => {
  assert.deepEqual(parse(format(state)), state);
  const audited = { ...state, page: 'archive', from: null, audit: { show: 'accepted', rule: 'on_road', severity: 'fault', unit: '钟楼派出所' } };
  assert.deepEqual(parse(format(audited)), audited);
});

test('Of the data one thing is looked at, and the address says which', () => {
  const data = { ...state, page: 'data', from: null, data: { delivery: '12', file: null, missing: null } };
  assert.deepEqual(parse(format(data)), data);
  assert.equal(parse('#/data?file=../x&delivery=1e9').data.file, null);
  assert.equal(parse('#/data?file=../x&delivery=1e9').data.delivery, null);
  assert.ok(!format({ ...data, page: 'map' }).includes('delivery'));
});

test('What is as at first is left out of the address', () => {
  const plain = { ...state, page: 'map', at: null, from: null, selection: null, filter: { category: null, state: null, sort: 'worst' }, layers: LAYERS, purpose: null, place: null, lang: null };
  assert.equal(format(plain), '#/map?region=320116');
  assert.deepEqual(parse('#/map?region=320116'), plain);
});

test('An address with nonsense in it is read as far as it makes sense', () => {
  const read = parse('#/maps?view=here&layers=gaps,magic&sort=sideways&site=&at=yesterday');
  assert.equal(read.page, 'map');
  assert.equal(read.at, null);
  assert.equal(read.place, null);
  assert.deepEqual(read.layers, ['gaps']);
  assert.equal(read.filter.sort, 'worst');
  assert.equal(read.selection, null);
  assert.equal(parse('').region, null);
});

test('The frame of a thing holds all of its points', () => {
  assert.deepEqual(extentOf({ geometry: { coordinates: [[[[1, 5], [3, 4], [2, 9]]], [[[0, 6], [1, 6]]]] } }), [0, 4, 3, 9]);
  assert.deepEqual(extentOf({ lon: 1, lat: 2, views: [] }), [1, 2, 1, 2]);
  assert.deepEqual(extentOf({ point: { coordinates: [3, 4] }, cameras: [] }), [3, 4, 3, 4]);
});
