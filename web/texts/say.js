// The words of a language.

import en from './en.js';
import enArchive from './en-archive.js';
import enData from './en-data.js';
import enMore from './en-more.js';
import zh from './zh.js';
import zhArchive from './zh-archive.js';
import zhData from './zh-data.js';
import zhMore from './zh-more.js';

export const LANGUAGES = { en: { ...en, ...enMore, ...enArchive, ...enData }, zh: { ...zh, ...zhMore, ...zhArchive, ...zhData } };
const TAGS = { en: 'en', zh: 'zh-CN' };

/** The tag of a language for the page's lang attribute. */
export const tagOf = lang => TAGS[lang];

/** The language to start with: the one asked for, else the one remembered, else the browser's, else English. */
export function firstLanguage(asked, remembered, browser) {
  return [asked, remembered, browser?.slice(0, 2)].find(lang => lang && Object.hasOwn(LANGUAGES, lang)) ?? 'en';
}

/** A function that says a key in a language, with values filled in. A missing key is a fault of the program. */
export function speaker(lang) {
  const table = LANGUAGES[lang];
  const say = (key, values) => {
    const words = table[key];
    if (words === undefined) throw new Error(`No words for "${key}" in ${lang}`);
    return values ? words.replace(/\{(\w+)\}/g, (_, name) => values[name]) : words;
  };
  /** The words of a key if there are any, else what stands in their place: for codes that data may bring. */
  say.or = (key, otherwise) => (Object.hasOwn(table, key) ? table[key] : otherwise);
  return say;
}
