// Samples for the legend, drawn by the brushes that draw the map: so the legend cannot lie.

import { paintFindings } from './draw-findings.js';
import { drawAuditMark } from './audit-marks.js';

const WIDTH = 28, HEIGHT = 22;
const ALL = new Set(['sites', 'seen', 'gaps', 'views', 'cameras', 'areas', 'overreach']);

const SAMPLES = {
  site: state => ({ site_marks: [dot({ state, ratio: { compliant: 0.95, unproven: 0.45, not_compliant: 0.3 }[state] ?? null })] }),
  'site-group': () => ({ site_marks: [dot({ sites: 12, compliant: 5, unproven: 2, not_compliant: 5 })] }),
  gap: certainty => ({ gaps: [box({ certainty })] }),
  zone: () => ({ zones: [box({})] }),
  view: certainty => ({ views: [box({ certainty })] }),
  camera: kind => ({ cameras: [dot({
    class: kind === 'ring' ? 1 : 3, type: 'bullet', azimuth: kind === 'blind' ? null : '60', status: kind === 'repair' ? 'repair' : 'in_use',
    blind: kind === 'blind' ? 'inside_building' : null, estimated: kind === 'estimated' }, kind === 'ring' || kind === 'blind' ? 0 : -4)] }),
  'camera-group': () => ({ camera_groups: [dot({ cameras: 24, out_of_order: 1 })] }),
  overreach: certainty => ({ overreach: [box({ certainty })] }),
  change: change => ({ changes: [box({ change })] }),
  area: () => ({ areas: [box({ kind: 'protected' })], area_marks: [dot({})] }),
};

/** Draws the sample of a key, for example "gap certain", on a canvas of 28 by 22 pixels. */
export function picture(canvas, key) {
  const [name, variant] = key.split(' ');
  const full = canvas.width / WIDTH;
  if (name === 'audit') return drawAuditMark(canvas.getContext('2d'), canvas.width / 2, canvas.height / 2, variant, full);
  const shrink = name.endsWith('-group') ? 0.75 : 1;
  const dpr = full * shrink;
  const frame = { zoom: 17, dpr, scale: dpr, dx: (full - dpr) * WIDTH / 2, dy: (full - dpr) * HEIGHT / 2, px: 1 };
  paintFindings(canvas.getContext('2d'), SAMPLES[name](variant), frame, ALL);
}

const dot = (props, dx = 0) => ({ type: 1, props, points: [{ x: WIDTH / 2 + dx, y: HEIGHT / 2 + (dx ? 2 : 0) }] });

function box(props) {
  const path = new Path2D();
  path.rect(2, 2, WIDTH - 4, HEIGHT - 4);
  return { type: 3, props, path, rings: [[{ x: 2, y: 2 }, { x: WIDTH - 2, y: HEIGHT - 2 }]] };
}
