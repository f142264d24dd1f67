// What an import is asked to do, from what was chosen.
import assert from 'node:assert/strict';
import test from 'node:test';
import { firstDraft, mapOf, meaningOf, orderOf } from '../../web/importing.js';

const table = { columns: [{ header: '机位', field: null }, { header: '经度', field: '经度' }, { header: '联网', field: '联网属性' }] };
const info = { file: 'f', name: '档案 2026.xlsx', table, mapping: null };
const draft = { ...firstDraft(info.name), columns: {}, codes: {} };

test('A source is named as its file, without the ending', () => {
  assert.equal(draft.source, '档案 2026');
  assert.equal(firstDraft('scene').source, 'scene');
});

test('Nothing chosen leaves the mapping to the source', () => {
  assert.deepEqual(orderOf({ info, draft }, 'T1', true), { file: 'f', region: 'T1', source: '档案 2026', partial: false, dry_run: true });
  assert.equal(mapOf({ ...info, mapping: { columns: { 机位: '设备编码' }, codes: {} } }, draft), null);
});

test('What is chosen now goes before what the source said before, and headers that are gone are left out', () => {
  const mapping = { columns: { 机位: '设备名称', gone: '经度' }, codes: { 联网属性: { 0: 'networked', 1: 'not networked' } }, sheet: '汇总' };
  const chosen = { ...draft, columns: { 机位: '设备编码', 经度: null }, codes: { 联网属性: { 0: 'not networked', 1: '' } } };
  assert.deepEqual(mapOf({ ...info, mapping }, chosen), { columns: { 机位: '设备编码', 经度: null }, codes: { 联网属性: { 0: 'not networked' } }, sheet: '汇总' });
});

test('A column means what was chosen, else what the form tells; left out is a choice, too', () => {
  assert.equal(meaningOf(table.columns[1], draft), '经度');
  assert.equal(meaningOf(table.columns[1], { ...draft, columns: { 经度: null } }), null);
  assert.equal(meaningOf(table.columns[0], { ...draft, columns: { 机位: '设备编码' } }), '设备编码');
});
