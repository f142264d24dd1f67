// One gap in the drawer.

import { area, metres, moment, place, share } from '../format.js';
import { facts, items, needs, note, purpose, purposeFacts, section, verdict } from './parts.js';
import { causes } from './reasons.js';

export function gapBody(say, gap, act) {
  const state = gap.certainty === 'certain' ? 'not_compliant' : 'unproven';
  return {
    kind: say(`gap.kind.${gap.certainty}`),
    title: say('gap.title', { area: area(gap.area_m2) }),
    code: say('gap.number', { id: gap.id }),
    nodes: [
      verdict(state, say(`gap.kind.${gap.certainty}`), say(`gap.${gap.certainty}`)),
      why(say, gap, act),
      section(say('gap.site'), '', [items([{
        name: gap.site_name || gap.site,
        note: say.or(`category.${gap.category}`, gap.category ?? ''),
        side: share(gap.ratio),
        pick: () => act.pick({ kind: 'site', code: gap.site }),
      }])]),
      facts([
        [say('gap.area'), area(gap.area_m2)],
        [say('gap.share'), share(gap.zone_area_m2 ? gap.area_m2 / gap.zone_area_m2 : null)],
        [say('gap.width'), gap.width_m == null ? say('gap.waiting') : metres(gap.width_m)],
        [say('gap.zone'), gap.zone, gap.required_ratio == null ? '' : needs(say, { ...gap, certainty: gap.certainty_required })],
        [say('gap.needs'), purpose(say, gap.purpose), purposeFacts(say, gap)],
        gap.hours === 'always' ? [say('gap.hours'), say('policies.hours.always'), say('gap.by_night')] : null,
        [say('gap.place'), place(...gap.point.coordinates)],
        [say('gap.found'), moment(gap.found_at), gap.since && gap.since !== gap.found_at ? say('gap.since', { moment: moment(gap.since) }) : ''],
        gap.origin ? [say('gap.origin'), say('gap.number', { id: String(gap.origin) })] : null,
      ]),
      note(say('credits.limits')),
    ],
  };
}

// The causes with their shares, and the work that would close the gap.
function why(say, gap, act) {
  const told = causes(say, gap);
  const rows = told.map(one => ({
    name: one.words, note: one.note, side: one.share,
    pick: one.camera ? () => act.pick({ kind: 'camera', code: one.camera }) : null,
  }));
  const work = gap.action ? [facts([[say('gap.action'), say.or(`action.${gap.action}`, gap.action), say.or(`action.${gap.action}.how`, '')]])] : [];
  return section(say('gap.cause'), '', rows.length ? [items(rows), ...work] : work, say('gap.cause.unknown'));
}
