// GeoJSON areas painted over the map with the map's own brushes, on one canvas.

import * as L from 'leaflet';
import { paintFindings } from './draw-findings.js';

const NOTHING = new Set();

export const GroundLayer = L.Layer.extend({
  onAdd(map) {
    this._features = [];
    this._canvas = L.DomUtil.create('canvas', 'ground leaflet-zoom-hide', map.getPane('tilePane'));
    this._canvas.style.zIndex = '1'; // over the base map, under the marks of sites and cameras
    this._canvas.setAttribute('aria-hidden', 'true');
    map.on('moveend zoomend resize', this.redraw, this);
  },

  /** Shows the features of a collection; null shows none. */
  show(collection) {
    this._features = collection?.features ?? [];
    this.redraw();
  },

  redraw() {
    const map = this._map;
    const size = map.getSize();
    const dpr = Math.min(devicePixelRatio || 1, 2);
    Object.assign(this._canvas, { width: size.x * dpr, height: size.y * dpr });
    Object.assign(this._canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    L.DomUtil.setPosition(this._canvas, map.containerPointToLayerPoint([0, 0]));
    const changes = this._features.map(feature => ({ props: feature.properties, path: trace(map, feature.geometry) }));
    paintFindings(this._canvas.getContext('2d'), { changes }, { zoom: map.getZoom(), dpr, scale: dpr, dx: 0, dy: 0, px: 1 }, NOTHING);
  },
});

function trace(map, { type, coordinates }) {
  const path = new Path2D();
  for (const polygon of type === 'Polygon' ? [coordinates] : coordinates) {
    for (const ring of polygon) {
      ring.forEach(([lng, lat], i) => {
        const { x, y } = map.latLngToContainerPoint([lat, lng]);
        if (i) path.lineTo(x, y);
        else path.moveTo(x, y);
      });
      path.closePath();
    }
  }
  return path;
}
