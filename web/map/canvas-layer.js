// A grid of canvases that paint vector tiles. Beyond the deepest tile, a part of it is painted larger: lines stay sharp.

import * as L from 'leaflet';

export const EXTENT = 4096;
const SIDE = 512;
const DEEPEST = 16;
const LEAST = 6;

export const CanvasLayer = L.GridLayer.extend({
  options: { tileSize: SIDE, noWrap: true, updateWhenZooming: false, keepBuffer: 1 },

  /** `urls(z, x, y)` names the tiles to fetch, `paint(ctx, layers, frame)` draws them. */
  initialize(tiles, urls, paint, options) {
    L.GridLayer.prototype.initialize.call(this, options);
    Object.assign(this, { _store: tiles, _urls: urls, _paint: paint });
  },

  createTile(coords, done) {
    const canvas = L.DomUtil.create('canvas', 'leaflet-tile');
    this._draw(canvas, coords).then(() => done(null, canvas), fault => done(fault, canvas));
    return canvas;
  },

  /** Paints all tiles anew; the old picture stays until the new one is there. */
  repaint() {
    for (const tile of Object.values(this._tiles ?? {})) this._draw(tile.el, tile.coords).catch(() => this.fire('tileerror'));
  },

  async _draw(canvas, coords) {
    const part = partOf(coords);
    const wanted = part ? this._urls(part.z, part.x, part.y) : [];
    canvas.wanted = wanted.join(' ');
    const found = await Promise.all(wanted.map(url => this._store.load(url)));
    if (canvas.wanted !== wanted.join(' ')) return;
    const dpr = Math.min(devicePixelRatio || 1, 2);
    canvas.width = canvas.height = SIDE * dpr;
    const ctx = canvas.getContext('2d');
    const scale = (SIDE * dpr * part?.times) / EXTENT;
    if (part) this._paint(ctx, Object.assign({}, ...found), { zoom: coords.z, dpr, scale, dx: -part.dx * SIDE * dpr, dy: -part.dy * SIDE * dpr, px: dpr / scale });
    this.fire('painted');
  },

  /** The decoded layers under a point of the map, the point in tile units, and how many units a CSS pixel has. */
  at(latlng) {
    const zoom = this._tileZoom;
    if (zoom === undefined || !this._map) return null;
    const world = this._map.project(latlng, zoom).divideBy(SIDE);
    const coords = { x: Math.floor(world.x), y: Math.floor(world.y), z: zoom };
    const part = partOf(coords);
    if (!part) return null;
    const unit = EXTENT / (SIDE * part.times);
    const x = (world.x - coords.x + part.dx) * SIDE * unit;
    const y = (world.y - coords.y + part.dy) * SIDE * unit;
    return { layers: Object.assign({}, ...this._urls(part.z, part.x, part.y).map(url => this._store.peek(url) ?? {})), x, y, unit };
  },

  /** All decoded tiles in sight, each with the function that turns its units into a point of the map's layer. */
  inSight() {
    const seen = new Map();
    for (const { coords } of Object.values(this._tiles ?? {})) {
      const part = coords.z === this._tileZoom && partOf(coords);
      if (!part) continue;
      const key = `${part.z}/${part.x}/${part.y}`;
      const layers = Object.assign({}, ...this._urls(part.z, part.x, part.y).map(url => this._store.peek(url) ?? {}));
      const side = SIDE * part.times;
      const origin = L.point(part.x * side, part.y * side).subtract(this._map.getPixelOrigin());
      if (!seen.has(key)) seen.set(key, { layers, toPoint: p => L.point(origin.x + (p.x * side) / EXTENT, origin.y + (p.y * side) / EXTENT) });
    }
    return [...seen.values()];
  },
});

// Which part of which tile a square of the map shows.
function partOf({ x, y, z }) {
  const own = z - 1;
  if (own < LEAST || x < 0 || y < 0 || x >= 2 ** own || y >= 2 ** own) return null;
  const deeper = Math.max(own - DEEPEST, 0);
  const times = 2 ** deeper;
  return { z: own - deeper, x: x >> deeper, y: y >> deeper, times, dx: x % times, dy: y % times };
}
