// What is chosen and what is pointed at, over the map.

import * as L from 'leaflet';
import { INK, PROTECTED, SEEN, UNPROVEN, UNSEEN, CAMERA } from './looks.js';

/** Draws choices over a map: `choose(kind, detail)`, `point(latlng)`. */
export function createHighlight(map) {
  const chosen = L.layerGroup().addTo(map);
  const pointed = L.layerGroup().addTo(map);
  const draw = (group, ...layers) => layers.forEach(layer => group.addLayer(layer));
  return {
    choose(kind, detail, purpose) {
      chosen.clearLayers();
      if (detail) draw(chosen, ...({ site, gap, camera, probe, overreach }[kind]?.(detail, purpose) ?? []));
    },
    point(latlng) {
      pointed.clearLayers();
      if (latlng) draw(pointed, circle(latlng, 17, { color: '#ffffff', weight: 6, opacity: 0.9 }), circle(latlng, 17, { color: INK, weight: 2.5 }));
    },
  };
}

const MOST_LINES = 6;
const latlng = ({ coordinates: [lng, lat] }) => [lat, lng];
const plain = { interactive: false, fill: false };
const circle = (latlng, radius, style) => L.circleMarker(latlng, { ...plain, radius, ...style });
const shape = (geometry, style) => L.geoJSON(geometry, { ...plain, style: { ...plain, ...style } });
const cased = (geometry, colour) => [shape(geometry, { color: '#ffffff', weight: 6, opacity: 0.9 }), shape(geometry, { color: colour, weight: 2.5 })];

function site(detail) {
  const contributors = (detail.cameras ?? []).flatMap(camera => {
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

// The point that was asked about, a line from each camera that could matter, and what stands in the way.
function probe(detail) {
  const at = latlng(detail.point);
  const cameras = detail.cameras.filter(camera => camera.point).slice(0, MOST_LINES);
  const lines = cameras.flatMap(camera => {
    const look = !camera.certainty || camera.status === 'repair' ? { color: CAMERA, dashArray: '2 6' } : camera.certainty === 'certain' ? { color: SEEN } : { color: UNPROVEN, dashArray: '7 5' };
    const way = [latlng(camera.point), at];
    const blockers = camera.blockers.filter(blocker => blocker.point).map(blocker => circle(latlng(blocker.point), 6, { color: UNSEEN, weight: 2.5, fill: true, fillColor: '#ffffff', fillOpacity: 0.9 }));
    return [L.polyline(way, { ...plain, color: '#ffffff', weight: 5, opacity: 0.85 }), L.polyline(way, { ...plain, weight: 2.2, ...look }), ...blockers];
  });
  return [...lines, circle(at, 9, { color: '#ffffff', weight: 6 }), circle(at, 9, { color: INK, weight: 2.5 }), circle(at, 2, { color: INK, weight: 3 })];
}

const camera = (detail, purpose) => [...cones(detail.views, purpose), ...would(detail.uncounted ?? []), ...ringed([detail.lat, detail.lon])];
// What counts for no site is drawn as bare outlines.
const would = views => views.filter(view => view.light !== 'night').map(view => shape(view.geometry, { color: CAMERA, weight: 2, dashArray: view.certainty === 'certain' ? '1 5' : '1 9', fill: true, fillColor: CAMERA, fillOpacity: 0.06 }));
const overreach = detail => detail.overreach.filter(part => part.geometry).flatMap(part => cased(part.geometry, PROTECTED));
const ringed = at => [circle(at, 14, { color: '#ffffff', weight: 6, opacity: 0.9 }), circle(at, 14, { color: CAMERA, weight: 2.5 })];

/** What a camera sees for a purpose: certain full, an estimate dashed and only where it adds to what is certain. */
export function cones(views, purpose) {
  const certainties = { certain: { colour: SEEN, fill: 0.28 }, possible: { colour: UNPROVEN, fill: 0.14, dash: '5 4' }, nominal: { colour: UNPROVEN, fill: 0.2, dash: '5 4' } };
  const wanted = views.filter(view => view.purpose === purpose && view.light !== 'night' && view.geometry);
  const proven = wanted.find(view => view.certainty === 'certain')?.area_m2 ?? 0;
  const told = wanted.filter(view => view.certainty === 'certain' || proven < 0.98 * view.area_m2).toReversed();
  return told.map(view => {
    const look = certainties[view.certainty];
    return shape(view.geometry, { color: look.colour, weight: 2, dashArray: look.dash, fill: true, fillColor: look.colour, fillOpacity: look.fill });
  });
}
