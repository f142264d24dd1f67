// The fields of the archive, and how its share of complete records is drawn.
import assert from 'node:assert/strict';
import test from 'node:test';
import { beyondForm, correctionsOf, draftOf, FORM, valueOf, wordsOf } from '../../web/archive-fields.js';
import { trendPoints } from '../../web/panels/standing.js';
import { LANGUAGES, speaker } from '../../web/texts/say.js';

const camera = {
  code: 'C1', name: 'Gate', class: 1, type: 'bullet', function: ['1', '5'], status: 'in_use', lon: 118.8, lat: 32.06,
  attributes: { contact: '123', 录像保存天数: 0, 补光属性: '2', 监视方位: '1/3', 自定义: 'x', 安装地址: '' },
};
const field = name => FORM.find(one => one.field === name);

test('A field is found under each of its names, and 0 is a value', () => {
  assert.equal(valueOf(camera, field('管理单位联系方式')), '123');
  assert.equal(valueOf(camera, field('录像保存天数')), 0);
  assert.equal(valueOf(camera, field('安装地址')), null);
  assert.deepEqual(beyondForm(camera), [['自定义', 'x']]);
});

test('Codes are said in words with the code beside them, several one by one', () => {
  const say = speaker('en');
  assert.equal(wordsOf(say, field('监视方位'), '1/3'), 'East (1) / South (3)');
  assert.equal(wordsOf(say, field('摄像机功能类型'), ['1', '5']), 'Vehicle checkpoint (1) / General (5)');
  assert.equal(wordsOf(say, field('补光属性'), '7'), '7');
  for (const one of FORM) for (const code of one.codes ?? []) assert.ok(LANGUAGES.zh[`code.${one.field}.${code}`], `${one.field} ${code}`);
});

test('A correction sends what differs under the name that the record has, and null for what was emptied', () => {
  const values = draftOf(camera);
  assert.deepEqual(correctionsOf(camera, values), {});
  assert.deepEqual(correctionsOf(camera, { ...values, contact: '', 录像保存天数: '90', class: '2', function: '1/6', name: ' Gate ' }),
    { contact: null, 录像保存天数: '90', class: 2, function: ['1', '6'] });
});

test('The trend lies between the lowest and the highest, a flat one in the middle', () => {
  assert.deepEqual(trendPoints([0.5, 1, 0.75]), [[3, 25], [60, 3], [117, 14]]);
  assert.deepEqual(trendPoints([0.5, 0.5]), [[3, 14], [117, 14]]);
});
