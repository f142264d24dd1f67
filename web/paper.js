// What only paper needs: a head that says what this is and of when, the foot of each page, and how large the map was on the screen.

import { byId, clone, fill } from './dom.js';
import { moment } from './format.js';

export function mountPaper(root, store, words) {
  store.watch(s => [s.lang, s.region, s.regions, s.selection, s.detail, s.at, s.page, s.summary], () => draw(root, store.get(), words()));
  addEventListener('beforeprint', () => draw(root, store.get(), words()));
  new ResizeObserver(measure).observe(byId('map'));
}

function draw(root, { region, regions, selection, detail, at, page, summary }, say) {
  const part = clone('paper');
  const here = regions?.find(one => one.code === region);
  const name = page === 'map' && selection && (detail.data?.name || detail.data?.code);
  part.title.textContent = name || (page === 'policies' ? say('policies.title') : page === 'changes' ? say('rail.changes') : here?.name || region || '');
  part.region.textContent = [here?.name, region].filter(Boolean).join(' · ');
  part.state.textContent = at ? say('time.past', { moment: moment(at) }) : say('paper.state', { moment: moment(summary?.analysed_at) });
  part.printed.textContent = say('paper.printed', { moment: moment(new Date().toISOString()) });
  fill(root, part.root);
  const foot = [here?.has_osm && say('credits.osm'), say('credits.limits')].filter(Boolean).join('  ');
  document.documentElement.style.setProperty('--paper-foot', JSON.stringify(`CoverageGis  ${foot}`));
}

function measure() {
  if (matchMedia('print').matches) return;
  const { clientWidth, clientHeight } = byId('map');
  document.documentElement.style.setProperty('--map-w', `${clientWidth}px`);
  document.documentElement.style.setProperty('--map-h', `${clientHeight}px`);
}
