// What is chosen and what is pointed at, over the map.

import * as L from 'leaflet';
import { INK, SEEN, UNPROVEN, UNSEEN, CAMERA } from './looks.js';

/** Draws choices over a map: `choose(kind, detail)`, `point(latlng)`. */
export function createHighlight(map) {
  const chosen = L.layerGroup().addTo(map);
  const pointed = L.layerGroup().addTo(map);
  const draw = (group, ...layers) => layers.forEach(layer => group.addLayer(layer));
  return {
    choose(kind, detail, purpose) {
      chosen.clearLayers();
      if (detail) draw(chosen, ...({ site, gap, camera }[kind])(detail, purpose));
    },
    point(latlng) {
      pointed.clearLayers();
      if (latlng) draw(pointed, circle(latlng, 17, { color: '#ffffff', weight: 6, opacity: 0.9 }), circle(latlng, 17, { color: INK, weight: 2.5 }));
    },
  };
}

const plain = { interactive: false, fill: false };
const circle = (latlng, radius, style) => L.circleMarker(latlng, { ...plain, radius, ...style });
const shape = (geometry, style) => L.geoJSON(geometry, { ...plain, style: { ...plain, ...style } });
const cased = (geometry, colour) => [shape(geometry, { color: '#ffffff', weight: 6, opacity: 0.9 }), shape(geometry, { color: colour, weight: 2.5 })];

function site(detail) {
  const contributors = detail.cameras.flatMap(camera => {
    const at = [camera.lat, camera.lon];
    const proven = camera.certain_m2 > 0;
    return [
      circle(at, 13, { color: '#ffffff', weight: 5, opacity: 0.9 }),
      circle(at, 13, { color: proven ? SEEN : UNPROVEN, weight: 2.5, dashArray: proven ? null : '3 4' }),
    ];
  });
  return [...cased(detail.geometry, INK), ...contributors];
}

const gap = detail => [...cased(detail.geometry, detail.certainty === 'certain' ? UNSEEN : UNPROVEN)];

function camera(detail, purpose) {
  const certainties = { certain: { colour: SEEN, fill: 0.28 }, possible: { colour: UNPROVEN, fill: 0.14, dash: '5 4' }, nominal: { colour: UNPROVEN, fill: 0.2, dash: '5 4' } };
  const wanted = detail.views.filter(view => view.purpose === purpose);
  const proven = wanted.find(view => view.certainty === 'certain')?.area_m2 ?? 0;
  const told = wanted.filter(view => view.certainty === 'certain' || proven < 0.98 * view.area_m2).toReversed();
  const cones = told.map(view => {
    const look = certainties[view.certainty];
    return shape(view.geometry, { color: look.colour, weight: 2, dashArray: look.dash, fill: true, fillColor: look.colour, fillOpacity: look.fill });
  });
  const at = [detail.lat, detail.lon];
  return [...cones, circle(at, 14, { color: '#ffffff', weight: 6, opacity: 0.9 }), circle(at, 14, { color: CAMERA, weight: 2.5 })];
}
