// The figures of a region, each a link to the list that it counts.

import { clone, fill } from '../dom.js';
import { area, count, share } from '../format.js';
import { format } from '../route.js';

export function mountStrip(root, store, say) {
  store.watch(s => [s.summary, s.filter, s.lang, s.region, s.layers, s.selection, s.at, s.page], () => {
    const { summary } = store.get();
    root.classList.toggle('loading', !summary);
    fill(root, summary ? figures(summary, say()).map(figure => stat(figure, store.get())) : []);
  });
}

function figures(summary, say) {
  const { sites, cameras } = summary;
  const isKnown = summary.area_m2 > 0;
  const surface = m2 => (isKnown ? area(m2) : '–');
  const part = (key, m2) => (isKnown ? say(key, { share: share(m2 / summary.area_m2) }) : say('state.not_analysed'));
  return [
    { name: 'strip.sites', value: count(sites.total), note: say('strip.sites.note', { n: count(sites.judged + sites.not_analysed) }), filter: null },
    { name: 'strip.compliant', value: share(sites.judged ? sites.compliant / sites.judged : null), note: say('strip.compliant.note', { n: count(sites.compliant), m: count(sites.judged) }), filter: 'compliant', tone: 'seen' },
    { name: 'strip.not_compliant', value: count(sites.not_compliant), note: say('strip.not_compliant.note'), filter: 'not_compliant', tone: 'unseen' },
    { name: 'strip.watched', value: surface(summary.area_m2), note: part('strip.watched.note', summary.seen_m2), filter: null },
    { name: 'strip.unseen', value: surface(summary.unseen_m2), note: part('strip.unseen.note', summary.unseen_m2), filter: 'not_compliant', tone: 'unseen' },
    { name: 'strip.unproven', value: surface(summary.unproven_m2), note: say('strip.unproven.note'), filter: 'unproven', tone: 'unproven' },
    { name: 'strip.cameras', value: count(cameras.out_of_order), note: say('strip.cameras.note', { n: count(cameras.total) }) },
    summary.overreach ? { name: 'strip.overreach', value: count(summary.overreach), note: say('strip.overreach.note'), selection: { kind: 'overreach', code: 'all' }, tone: 'protected' } : null,
  ].filter(Boolean).map(figure => ({ ...figure, name: say(figure.name) }));
}

function stat(figure, state) {
  const part = clone('stat');
  part.name.textContent = figure.name;
  part.value.textContent = figure.value;
  part.note.textContent = figure.note;
  if (figure.tone) part.root.classList.add(`tone-${figure.tone}`);
  if (figure.selection) part.root.href = format({ ...state, page: 'map', at: null, selection: figure.selection });
  if (figure.filter !== undefined) {
    part.root.href = format({ ...state, page: 'map', selection: null, filter: { category: null, state: figure.filter, sort: 'worst' } });
  }
  return part.root;
}
