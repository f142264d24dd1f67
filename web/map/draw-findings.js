// What was found: watched ground, views, gaps, sites, cameras, protected areas.

import { PROTECTED, SEEN, UNPROVEN, UNSEEN, CAMERA, QUIET, stateLook } from './looks.js';
import { drawCamera, drawCameraGroup, drawLock, drawSiteGroup, drawSiteMark } from './marks.js';
import { pattern } from './patterns.js';

/** Paints the findings of a tile; `shown` names the layers that are switched on. */
export function paintFindings(ctx, layers, frame, shown) {
  ctx.setTransform(frame.scale, 0, 0, frame.scale, frame.dx, frame.dy);
  if (shown.has('seen')) for (const zone of layers.zones ?? []) area(ctx, zone, frame, { fill: SEEN, alpha: 0.3 });
  if (shown.has('views')) for (const view of layers.views ?? []) paintView(ctx, view, frame);
  if (shown.has('gaps')) for (const gap of layers.gaps ?? []) paintGap(ctx, gap, frame);
  if (shown.has('sites')) for (const site of layers.sites ?? []) paintOutline(ctx, site, frame);
  if (shown.has('areas')) for (const place of layers.areas ?? []) paintArea(ctx, place, frame);
  if (shown.has('overreach')) for (const part of layers.overreach ?? []) paintOverreach(ctx, part, frame);
  for (const part of layers.changes ?? []) paintChange(ctx, part, frame);
  ctx.setTransform(frame.dpr, 0, 0, frame.dpr, frame.dx, frame.dy);
  const each = (things, draw) => { for (const thing of things ?? []) for (const p of thing.points) draw(ctx, p.x / frame.px, p.y / frame.px, thing.props, frame.zoom); };
  if (shown.has('areas')) each(layers.area_marks, drawLock);
  if (shown.has('cameras')) {
    each(layers.camera_groups, drawCameraGroup);
    each(layers.cameras, drawCamera);
  }
  if (shown.has('sites')) each(layers.site_marks, (c, x, y, site, zoom) => (site.sites > 1 ? drawSiteGroup : drawSiteMark)(c, x, y, site, zoom));
}

function paintView(ctx, view, frame) {
  const certain = view.props.certainty === 'certain';
  area(ctx, view, frame, { fill: certain ? SEEN : CAMERA, alpha: certain ? 0.1 : 0.05, line: certain ? SEEN : CAMERA, width: 0.9, dash: certain ? [] : [4, 3] });
}

function paintGap(ctx, gap, frame) {
  const unseen = gap.props.certainty === 'certain';
  const colour = unseen ? UNSEEN : UNPROVEN;
  area(ctx, gap, frame, { fill: '#ffffff', alpha: 0.55 });
  area(ctx, gap, frame, { fill: colour, alpha: unseen ? 0.16 : 0.2 });
  area(ctx, gap, frame, { pattern: unseen ? 'hatch' : 'dots', fill: colour, alpha: 0.85, line: colour, width: 1.1 });
}

// Where changed ground is shown, a filled site could be taken for it.
function paintOutline(ctx, site, frame, isBare) {
  const { colour } = stateLook(site.props.state);
  const dash = { compliant: [], not_compliant: [7, 3], unproven: [2, 3] }[site.props.state] ?? [1, 4];
  area(ctx, site, frame, { fill: frame.zoom < 15 && !isBare ? colour : null, alpha: 0.22, line: '#ffffff', width: 4, lineAlpha: 0.8 });
  area(ctx, site, frame, { line: colour, width: 2, dash });
}

function paintArea(ctx, place, frame) {
  const colour = place.props.kind === 'protected' ? PROTECTED : QUIET;
  area(ctx, place, frame, { fill: colour, alpha: 0.1, line: colour, width: 1.8, dash: place.props.kind === 'protected' ? [] : [6, 4] });
}

function paintOverreach(ctx, part, frame) {
  const certain = part.props.certainty === 'certain';
  area(ctx, part, frame, { fill: '#ffffff', alpha: 0.5 });
  area(ctx, part, frame, { pattern: 'grid', fill: PROTECTED, alpha: certain ? 0.9 : 0.55, line: PROTECTED, width: 1.6, dash: certain ? [] : [4, 3] });
}

/** Ground that came into sight, or was lost from it, between two moments. */
export function paintChange(ctx, part, frame) {
  const isGain = part.props.change === 'gained';
  const colour = isGain ? SEEN : UNSEEN;
  area(ctx, part, frame, { fill: '#ffffff', alpha: 0.5 });
  area(ctx, part, frame, { fill: colour, alpha: 0.14 });
  area(ctx, part, frame, { pattern: isGain ? 'back' : 'hatch', fill: colour, alpha: 0.9, line: colour, width: 1.6, dash: isGain ? [] : [6, 3] });
}

function area(ctx, thing, frame, look) {
  if (look.fill) {
    ctx.globalAlpha = look.alpha;
    ctx.fillStyle = look.pattern ? onScreen(ctx, look, frame) : look.fill;
    ctx.fill(thing.path, 'evenodd');
  }
  ctx.globalAlpha = look.lineAlpha ?? 1;
  if (look.line) {
    ctx.strokeStyle = look.line;
    ctx.lineWidth = look.width * frame.px;
    ctx.lineJoin = 'round';
    ctx.setLineDash((look.dash ?? []).map(length => length * frame.px));
    ctx.stroke(thing.path);
    ctx.setLineDash([]);
  }
  ctx.globalAlpha = 1;
}

// A pattern keeps its size on the screen, however much the tile is magnified.
function onScreen(ctx, look, frame) {
  const fill = pattern(ctx, look.pattern, look.fill, frame.dpr);
  fill.setTransform(ctx.getTransform().inverse());
  return fill;
}
