// Every language says everything, and the page asks only for what is said.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { firstLanguage, LANGUAGES, speaker } from '../../web/texts/say.js';
import { CATEGORIES, STATE_MARKS, STATE_ORDER } from '../../web/panels/signs.js';

const web = new URL('../../web/', import.meta.url).pathname;
const sources = ['.', 'panels', 'map'].flatMap(folder => readdirSync(join(web, folder)).filter(name => /\.(js|html)$/.test(name)).map(name => readFileSync(join(web, folder, name), 'utf8')));
const holes = words => [...words.matchAll(/\{(\w+)\}/g)].map(m => m[1]).sort();

test('Both languages have the same keys', () => {
  assert.deepEqual(Object.keys(LANGUAGES.zh).sort(), Object.keys(LANGUAGES.en).sort());
});

test('Each text leaves the same holes in both languages', () => {
  for (const key of Object.keys(LANGUAGES.en)) assert.deepEqual(holes(LANGUAGES.zh[key]), holes(LANGUAGES.en[key]), key);
});

test('No text is empty, and no Chinese text is still English', () => {
  for (const [key, words] of Object.entries(LANGUAGES.zh)) {
    assert.ok(words.trim(), key);
    assert.match(words, /[\u3400-\u9fff，。：（]|^±|^\{degrees\}/u, key);
  }
});

test('Every key that the page names is said', () => {
  const named = sources.flatMap(text => [...text.matchAll(/(?:say\(|data-say(?:-\w+)?=)["']([\w.-]+)["']/g)].map(m => m[1]));
  assert.ok(named.length > 100);
  for (const key of named) assert.ok(Object.hasOwn(LANGUAGES.en, key), key);
});

test('Every key is used somewhere', () => {
  const all = sources.join('\n');
  const stems = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map(m => m[1]);
  for (const key of Object.keys(LANGUAGES.en)) {
    assert.ok(all.includes(`'${key}'`) || all.includes(`"${key}"`) || stems.some(stem => key.startsWith(stem)), `${key} is never said`);
  }
});

test('Every category and state has a name, and every state a mark', () => {
  for (const category of CATEGORIES) assert.ok(LANGUAGES.zh[`category.${category}`], category);
  for (const state of STATE_ORDER) assert.ok(LANGUAGES.zh[`state.${state}`] && STATE_MARKS[state], state);
});

test('A missing key is a fault, a code without words is shown as it is', () => {
  const say = speaker('en');
  assert.throws(() => say('no.such.key'), /no\.such\.key/);
  assert.equal(say.or('type.laser', 'laser'), 'laser');
  assert.equal(say('strip.compliant.note', { n: 1, m: 5 }), '1 of 5 sites');
});

test('The language is the one asked for, else remembered, else of the browser, else English', () => {
  assert.equal(firstLanguage('zh', 'en', 'en-GB'), 'zh');
  assert.equal(firstLanguage(null, 'zh', 'en-GB'), 'zh');
  assert.equal(firstLanguage('xx', null, 'zh-CN'), 'zh');
  assert.equal(firstLanguage(null, null, 'fr-FR'), 'en');
  assert.equal(firstLanguage('toString', null, undefined), 'en');
});
