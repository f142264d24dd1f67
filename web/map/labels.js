// Names of sites, roads and waters over the whole map: one canvas, so that no name is cut at a tile's edge or lies on another.

import * as L from 'leaflet';
import { markRadius } from './looks.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';
const SITES_FROM = 15;
const ROADS_FROM = 16;

export const Labels = L.Layer.extend({
  /** `base` and `findings` are the layers whose features carry the names; `shown` tells which layers are on. */
  initialize(base, findings, shown) {
    Object.assign(this, { _base: base, _findings: findings, _shown: shown });
  },

  onAdd(map) {
    this._canvas = L.DomUtil.create('canvas', 'labels leaflet-zoom-hide', map.getPane('shadowPane'));
    this._canvas.setAttribute('aria-hidden', 'true');
    map.on('moveend zoomend resize', this.redraw, this);
    for (const layer of [this._base, this._findings]) layer.on('painted', this._soon, this);
  },

  _soon() {
    cancelAnimationFrame(this._waiting);
    this._waiting = requestAnimationFrame(() => this.redraw());
  },

  redraw() {
    const map = this._map;
    const size = map.getSize();
    const dpr = Math.min(devicePixelRatio || 1, 2);
    Object.assign(this._canvas, { width: size.x * dpr, height: size.y * dpr });
    Object.assign(this._canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    const corner = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(this._canvas, corner);
    const ctx = this._canvas.getContext('2d');
    ctx.setTransform(dpr, 0, 0, dpr, -corner.x * dpr, -corner.y * dpr);
    const taken = [];
    if (this._shown().has('sites') && map.getZoom() >= SITES_FROM) this._sites(ctx, taken, map.getZoom());
    if (map.getZoom() >= ROADS_FROM) this._ways(ctx, taken);
  },

  _sites(ctx, taken, zoom) {
    const marks = this._findings.inSight().flatMap(({ layers, toPoint }) =>
      (layers.site_marks ?? []).filter(mark => mark.props.name && !(mark.props.sites > 1)).map(mark => ({ name: mark.props.name, at: toPoint(mark.points[0]), width: mark.props.width ?? 0 })));
    const r = markRadius(zoom) + 3;
    for (const { at } of marks) taken.push([at.x - r, at.y - r, at.x + r, at.y + r]);
    ctx.font = `600 12px ${FONT}`;
    for (const { name, at } of marks.sort((a, b) => b.width - a.width)) {
      const words = name.length > 24 ? `${name.slice(0, 23)}…` : name;
      const half = ctx.measureText(words).width / 2;
      const box = [at.x - half - 2, at.y + r, at.x + half + 2, at.y + r + 15];
      if (claim(taken, box)) write(ctx, words, at.x, at.y + r + 8, '#22303a');
    }
  },

  _ways(ctx, taken) {
    ctx.font = `11px ${FONT}`;
    const written = new Set();
    for (const { layers, toPoint } of this._base.inSight()) {
      for (const thing of layers.backdrop ?? []) {
        const { kind, name } = thing.props;
        if (!name || thing.type !== 2 || (kind !== 'road' && kind !== 'water') || written.has(name)) continue;
        if (along(ctx, taken, thing.rings, toPoint, name, kind === 'water' ? '#5b7f92' : '#6d675e')) written.add(name);
      }
    }
  },
});

// Writes a name along the longest straight piece of a line, if it is long enough.
function along(ctx, taken, rings, toPoint, name, colour) {
  let best = null;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const a = toPoint(ring[i - 1]), b = toPoint(ring[i]);
      const length = a.distanceTo(b);
      if (!best || length > best.length) best = { a, b, length };
    }
  }
  const width = ctx.measureText(name).width;
  if (!best || best.length < width + 16) return false;
  const x = (best.a.x + best.b.x) / 2, y = (best.a.y + best.b.y) / 2;
  let turn = Math.atan2(best.b.y - best.a.y, best.b.x - best.a.x);
  if (Math.abs(turn) > Math.PI / 2) turn += Math.PI;
  const dx = Math.abs(Math.cos(turn)) * width / 2 + 6, dy = Math.abs(Math.sin(turn)) * width / 2 + 6;
  if (!claim(taken, [x - dx, y - dy, x + dx, y + dy])) return false;
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(turn);
  write(ctx, name, 0, 0, colour);
  ctx.restore();
  return true;
}

function claim(taken, box) {
  if (taken.some(other => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
  taken.push(box);
  return true;
}

function write(ctx, words, x, y, colour) {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = 'rgba(255,255,255,.92)';
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
}
