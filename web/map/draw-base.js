// The base map: pale and grey, so that the findings speak.

import { roadLook } from './looks.js';

const GREEN = '#e4eadd';
const WATER = '#cbdae3';
const BUILDING = '#dfdbd5';
const BUILDING_EDGE = '#c5bfb6';
const CASING = '#d3cec6';
const ROAD = '#ffffff';
const PATH = '#c9c3ba';
const RAIL = '#b3aea6';

/** Paints roads, waters, greens and buildings of a tile. */
export function paintBase(ctx, layers, frame, shown) {
  ctx.setTransform(frame.scale, 0, 0, frame.scale, frame.dx, frame.dy);
  const ground = layers.backdrop ?? [];
  const of = (kind, type) => ground.filter(thing => thing.props.kind === kind && thing.type === type);
  fill(ctx, of('green', 3), GREEN);
  fill(ctx, of('water', 3), WATER);
  stroke(ctx, of('water', 2), WATER, frame.px * (frame.zoom >= 15 ? 2.5 : 1.2));
  if (shown.has('buildings')) buildings(ctx, (layers.buildings ?? []).filter(b => b.props.use !== 'canopy'), frame, 1);
  roads(ctx, of('road', 2), frame);
  fill(ctx, of('road', 3), ROAD);
  rails(ctx, of('rail', 2), frame);
  if (shown.has('buildings')) buildings(ctx, (layers.buildings ?? []).filter(b => b.props.use === 'canopy'), frame, 0.6);
}

function buildings(ctx, things, frame, alpha) {
  ctx.globalAlpha = alpha;
  fill(ctx, things, BUILDING);
  if (frame.zoom >= 15) stroke(ctx, things, BUILDING_EDGE, frame.px * 0.8);
  ctx.globalAlpha = 1;
}

function roads(ctx, lines, { px, zoom }) {
  const looks = lines.map(line => ({ line, look: roadLook(line.props.class, zoom) })).sort((a, b) => a.look.rank - b.look.rank);
  ctx.lineCap = ctx.lineJoin = 'round';
  for (const { line, look } of looks) if (look.cased) stroke(ctx, [line], CASING, px * (look.width + 1.6));
  for (const { line, look } of looks) {
    ctx.setLineDash(look.dashed ? [3 * px, 3 * px] : []);
    stroke(ctx, [line], look.dashed ? PATH : look.cased ? ROAD : look.major ? '#c7c1b8' : '#dcd8d1', px * look.width);
  }
  ctx.setLineDash([]);
}

function rails(ctx, lines, { px, zoom }) {
  ctx.lineCap = 'butt';
  stroke(ctx, lines, RAIL, px * (zoom >= 15 ? 2.4 : 1.4));
  if (zoom < 15) return;
  ctx.setLineDash([6 * px, 6 * px]);
  stroke(ctx, lines, ROAD, px * 1.2);
  ctx.setLineDash([]);
}

function fill(ctx, things, colour) {
  ctx.fillStyle = colour;
  for (const thing of things) ctx.fill(thing.path, 'evenodd');
}

function stroke(ctx, things, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  for (const thing of things) ctx.stroke(thing.path);
}
