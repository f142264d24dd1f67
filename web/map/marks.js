// Small marks at points: sites, cameras, groups of them. Positions and sizes are CSS pixels.

import { CAMERA, CAMERA_RINGS_FROM, PROTECTED, QUIET, SEEN, UNPROVEN, UNSEEN, cameraLook, cameraSize, groupRadius, markRadius, stateLook } from './looks.js';

const TURN = Math.PI * 2;
const TOP = -Math.PI / 2;
const FONT = 'system-ui, "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';

/** A site: a ring that is filled as far as the site is seen, its state as colour and mark. */
export function drawSiteMark(ctx, x, y, site, zoom) {
  const r = markRadius(zoom);
  const { colour, mark } = stateLook(site.state);
  disc(ctx, x, y, r + 1.5, '#ffffff', 'rgba(34,48,58,.35)');
  ring(ctx, x, y, r - 1.4, 2.8, '#d7dbde', 0, TURN);
  if (site.ratio != null && site.state !== 'not_required') ring(ctx, x, y, r - 1.4, 2.8, colour, TOP, TOP + TURN * site.ratio);
  glyph(ctx, x, y, r * 0.42, mark, colour);
}

/** Several sites: their number, and a ring divided as they stand. */
export function drawSiteGroup(ctx, x, y, group) {
  const r = groupRadius(group.sites);
  disc(ctx, x, y, r + 1.5, '#ffffff', 'rgba(34,48,58,.35)');
  const rest = group.sites - group.compliant - group.unproven - group.not_compliant;
  let from = TOP;
  for (const [number, colour] of [[group.compliant, SEEN], [group.unproven, UNPROVEN], [group.not_compliant, UNSEEN], [rest, '#c3c9cd']]) {
    const to = from + (TURN * number) / group.sites;
    if (number) ring(ctx, x, y, r - 1.7, 3.4, colour, from, to);
    from = to;
  }
  text(ctx, x, y, group.sites, 10.5, '#22303a');
}

/** A camera: wedges that point, a ring by class, crossed when out of order, hollow when a value is a guess. */
export function drawCamera(ctx, x, y, camera, zoom) {
  const size = cameraSize(zoom);
  const look = cameraLook(camera);
  const colour = look.crossed || look.blind ? QUIET : CAMERA;
  for (const heading of look.round ? [] : look.headings) wedge(ctx, x, y, size, heading, look.solid && !look.blind, colour);
  const width = zoom >= CAMERA_RINGS_FROM ? look.ring : 0;
  const r = size * 0.2 + 0.6;
  const out = r + (width ? 1.4 : 0.6) + width;
  disc(ctx, x, y, out, '#ffffff', '#ffffff');
  if (width) ring(ctx, x, y, out - width / 2, width, colour, 0, TURN);
  if (look.round) ring(ctx, x, y, Math.max(size * 0.62, out + 1.5), 1.1, colour, 0, TURN);
  disc(ctx, x, y, r, look.solid ? colour : '#ffffff', colour);
  if (look.crossed) cross(ctx, x, y, size * 0.55, UNSEEN, 2.2);
  if (look.blind) bar(ctx, x, y, size * 0.55, UNSEEN);
}

/** Several cameras: their number in a quiet tablet, with a corner when some are out of order. */
export function drawCameraGroup(ctx, x, y, group) {
  const width = 8 + String(group.cameras).length * 5.6;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 6.5, width, 13, 3);
  ctx.fillStyle = 'rgba(236,240,242,.9)';
  ctx.fill();
  ctx.lineWidth = 0.8;
  ctx.strokeStyle = '#8b99a3';
  ctx.stroke();
  text(ctx, x, y, group.cameras, 9, CAMERA);
  if (group.out_of_order) cross(ctx, x + width / 2, y - 6.5, 2.2, UNSEEN, 1.4);
}

/** A padlock: what must not be watched. */
export function drawLock(ctx, x, y) {
  const colour = PROTECTED;
  disc(ctx, x, y, 9, '#ffffff', colour);
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.fillRect(x - 4, y - 1, 8, 5.6);
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y - 1, 2.6, Math.PI, 0);
  ctx.stroke();
}

function wedge(ctx, x, y, size, heading, solid, colour) {
  const at = (heading - 90) * (Math.PI / 180);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.arc(x, y, size, at - 0.5, at + 0.5);
  ctx.closePath();
  ctx.fillStyle = solid ? colour : 'rgba(255,255,255,.75)';
  ctx.fill();
  ctx.lineWidth = 1.1;
  ctx.strokeStyle = solid ? '#ffffff' : colour;
  ctx.stroke();
}

function disc(ctx, x, y, r, fill, line) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, TURN);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = line;
  ctx.stroke();
}

function ring(ctx, x, y, r, width, colour, from, to) {
  ctx.beginPath();
  ctx.arc(x, y, r, from, to);
  ctx.lineWidth = width;
  ctx.lineCap = 'butt';
  ctx.strokeStyle = colour;
  ctx.stroke();
}

function cross(ctx, x, y, s, colour, width) {
  for (const [w, c] of [[width + 2, '#ffffff'], [width, colour]]) line(ctx, w, c, [[x - s, y - s], [x + s, y + s]], [[x - s, y + s], [x + s, y - s]]);
}

function bar(ctx, x, y, s, colour) {
  for (const [w, c] of [[4, '#ffffff'], [2, colour]]) line(ctx, w, c, [[x - s, y + s], [x + s, y - s]]);
}

/** The mark inside a site's ring. */
export function glyph(ctx, x, y, s, mark, colour) {
  if (mark === 'tick') line(ctx, 2, colour, [[x - s, y], [x - s * 0.2, y + s * 0.8], [x + s, y - s * 0.7]]);
  else if (mark === 'cross') line(ctx, 2, colour, [[x - s * 0.75, y - s * 0.75], [x + s * 0.75, y + s * 0.75]], [[x - s * 0.75, y + s * 0.75], [x + s * 0.75, y - s * 0.75]]);
  else if (mark === 'question') text(ctx, x, y, '?', s * 2.6, colour);
  else if (mark === 'dash') line(ctx, 2, colour, [[x - s * 0.8, y], [x + s * 0.8, y]]);
  else for (const dx of mark === 'dots' ? [-s * 0.8, 0, s * 0.8] : [0]) disc(ctx, x + dx, y, 0.9, colour, colour);
}

function line(ctx, width, colour, ...lines) {
  ctx.lineWidth = width;
  ctx.lineCap = ctx.lineJoin = 'round';
  ctx.strokeStyle = colour;
  ctx.beginPath();
  for (const points of lines) points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.stroke();
}

function text(ctx, x, y, words, size, colour) {
  ctx.font = `600 ${size}px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText(String(words), x, y + size * 0.05);
}
