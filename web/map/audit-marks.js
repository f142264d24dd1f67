// Cameras whose record is in doubt: a mark around each, by how bad the worst finding is. Shape and line tell them apart, not
// colour alone.

import * as L from 'leaflet';
import { QUIET, UNPROVEN, UNSEEN } from './looks.js';

const LOOKS = {
  fault: { colour: UNSEEN, radius: 9, width: 3.5, dash: null },
  warning: { colour: UNPROVEN, radius: 8, width: 3, dash: [4, 3] },
  hint: { colour: QUIET, radius: 6, width: 1.6, dash: null },
};
const NAMES = ['fault', 'warning', 'hint'];

/** A function that shows a collection of points, null shows none; `pick(code, latlng)` is told which was clicked. */
export function createAuditMarks(map, pick) {
  const group = L.layerGroup().addTo(map);
  const renderer = L.canvas({ padding: 0.2 });
  return collection => {
    group.clearLayers();
    // The worst lie on top.
    for (const feature of (collection?.features ?? []).toReversed()) group.addLayer(mark(feature, renderer, pick));
  };
}

function mark({ geometry: { coordinates: [lng, lat] }, properties }, renderer, pick) {
  const { colour, radius, width, dash } = LOOKS[NAMES[properties.severity - 1]];
  const ring = L.circleMarker([lat, lng], { renderer, radius, color: colour, weight: width, dashArray: dash?.join(' '), fill: true, fillColor: colour, fillOpacity: 0.08, bubblingMouseEvents: false });
  ring.on('click', event => pick(properties.camera, event.latlng));
  return ring;
}

/** The same mark as a sample. */
export function drawAuditMark(ctx, x, y, severity, scale) {
  const { colour, radius, width, dash } = LOOKS[severity];
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius * 0.9 * scale, 0, Math.PI * 2);
  ctx.setLineDash((dash ?? []).map(length => length * scale));
  ctx.lineWidth = width * scale;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.restore();
}
