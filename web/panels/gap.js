// One gap in the drawer.

import { area, metres, moment, place, share } from '../format.js';
import { facts, items, needs, purpose, purposeFacts, section, verdict } from './parts.js';

export function gapBody(say, gap, act) {
  const state = gap.certainty === 'certain' ? 'not_compliant' : 'unproven';
  return {
    kind: say(`gap.kind.${gap.certainty}`),
    title: say('gap.title', { area: area(gap.area_m2) }),
    code: say('gap.number', { id: gap.id }),
    nodes: [
      verdict(state, say(`gap.kind.${gap.certainty}`), say(`gap.${gap.certainty}`)),
      section(say('gap.site'), '', [items([{
        name: gap.site_name || gap.site,
        note: say.or(`category.${gap.category}`, gap.category ?? ''),
        side: share(gap.ratio),
        pick: () => act.pick({ kind: 'site', code: gap.site }),
      }])]),
      facts([
        [say('gap.area'), area(gap.area_m2)],
        [say('gap.share'), share(gap.zone_area_m2 ? gap.area_m2 / gap.zone_area_m2 : null)],
        [say('gap.width'), metres(gap.width_m)],
        [say('gap.zone'), gap.zone, gap.required_ratio == null ? '' : needs(say, gap)],
        [say('gap.needs'), purpose(say, gap.purpose), purposeFacts(say, gap)],
        gap.cause ? [say('gap.cause'), say.or(`cause.${gap.cause}`, gap.cause)] : null,
        [say('gap.place'), place(...gap.point.coordinates)],
        [say('gap.found'), moment(gap.found_at)],
      ]),
    ],
  };
}
