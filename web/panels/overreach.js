// Views that reach protected areas: of which camera, how much, since when.

import { area, count, moment } from '../format.js';
import { items, note, verdict } from './parts.js';

export function overreachBody(say, { overreach, last }, act) {
  const rows = overreach.map(one => ({
    sign: one.certainty === 'certain' ? 'overreach' : 'overreach maybe',
    name: one.name || one.camera,
    note: [say('overreach.into', { area: one.area_name || one.area }), say(`overreach.${one.certainty}`), one.since ? say('overreach.since', { moment: moment(one.since) }) : null].filter(Boolean).join(' · '),
    side: area(one.area_m2),
    pick: () => act.pick({ kind: 'camera', code: one.camera }),
    point: on => act.point(on && one.point && { lat: one.point.coordinates[1], lng: one.point.coordinates[0] }),
  }));
  return {
    kind: say('overreach.kind'),
    title: say(overreach.length === 1 ? 'overreach.title.one' : 'overreach.title', { n: count(overreach.length) }),
    code: '',
    nodes: rows.length
      ? [verdict('not_compliant', say('overreach.head'), say('overreach.why')), items(rows), last ? note(say('overreach.more', { n: count(rows.length) })) : null]
      : [note(say('overreach.none'))],
  };
}
