// The map: puts the layers together, and speaks with the rest of the page through four calls.

import * as L from 'leaflet';
import { wantsCalm } from '../dom.js';
import { createAuditMarks } from './audit-marks.js';
import { CanvasLayer } from './canvas-layer.js';
import { paintBase } from './draw-base.js';
import { paintFindings } from './draw-findings.js';
import { GroundLayer } from './ground-layer.js';
import { createHandles } from './handles.js';
import { createHighlight } from './highlight.js';
import { hitAt } from './hits.js';
import { Labels } from './labels.js';
import { createTiles } from './tiles.js';

const VIEWS_FROM = 15;
const LEAST_SEEN = 70;

/**
 * Makes the map in an element, and its scale bar in another. `read` gives what is to be drawn: { region, stamps, at, shown, purpose }.
 * `on` is told: pick(hit or null, latlng, zoom), hover(hit or null, latlng), move(place, bbox), trouble().
 */
export function createMap(element, scale, read, on) {
  const calm = wantsCalm();
  const map = L.map(element, {
    zoomControl: false, attributionControl: false, minZoom: 7, maxZoom: 21, zoomAnimation: !calm, fadeAnimation: false, inertia: !calm, keyboardPanDelta: 120,
  });
  map.setView([32.34, 118.84], 12, { animate: false });
  scale.append(L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map).getContainer());
  const tiles = createTiles();
  const base = new CanvasLayer(tiles, urlsOf(read, ['base']), (ctx, layers, frame) => paintBase(ctx, layers, frame, read().shown), { zIndex: 1 });
  const findings = new CanvasLayer(tiles, urlsOf(read, ['findings', 'views']), (ctx, layers, frame) => paintFindings(ctx, layers, frame, read().shown), { zIndex: 2 });
  const labels = new Labels(base, findings, () => read().shown);
  const ground = new GroundLayer();
  for (const layer of [base, findings, ground, labels]) layer.addTo(map);
  for (const layer of [base, findings]) layer.on('tileerror', on.trouble);
  new ResizeObserver(() => { if (!matchMedia('print').matches) map.invalidateSize({ pan: false }); }).observe(element);
  listen(map, findings, read, on);
  const highlight = createHighlight(map);
  return {
    redraw() {
      base.repaint();
      findings.repaint();
      labels.redraw();
    },
    choose: highlight.choose,
    /** Ground that changed between two moments, as GeoJSON features; null = none. */
    changes: collection => ground.show(collection),
    ...createHandles(map),
    /** Cameras with findings, as GeoJSON points; null = none. */
    audit: createAuditMarks(map, (code, latlng) => on.pick({ kind: 'camera', code }, latlng, map.getZoom())),
    box: () => boxOf(map),
    middle: () => map.getCenter(),
    point: place => highlight.point(place && L.latLng(place)),
    ...views(map, calm),
  };
}

// What the map can be told to look at.
function views(map, calm) {
  const fit = ([west, south, east, north], over, deepest = 18) => {
    map.invalidateSize({ pan: false });
    map.fitBounds([[south, west], [north, east]], {
      paddingTopLeft: [24 + over.left, 24], paddingBottomRight: [24, 24 + over.bottom], maxZoom: deepest, animate: !calm && map.getZoom() > 12,
    });
  };
  return {
    /** Shows a rectangle [west, south, east, north], clear of what lies over the map at its left and at its bottom. */
    fit,
    /** Moves only when the rectangle is not in sight, or too small to be made out. */
    reveal(box, over) {
      map.invalidateSize({ pan: false });
      const [west, south, east, north] = box;
      const size = map.getSize();
      const free = L.latLngBounds(map.containerPointToLatLng([over.left + 10, size.y - over.bottom - 10]), map.containerPointToLatLng([size.x - 10, 10]));
      const [a, b] = [[south, west], [north, east]].map(corner => map.latLngToContainerPoint(corner));
      if (!free.contains([[south, west], [north, east]]) || a.distanceTo(b) < LEAST_SEEN || map.getZoom() < 16) fit(box, over);
    },
    show: ({ lat, lng, zoom }) => map.setView([lat, lng], zoom, { animate: false }),
    zoomBy: steps => map.zoomIn(steps),
  };
}

function urlsOf(read, sets) {
  return (z, x, y) => {
    const { region, stamps, at, shown, purpose } = read();
    if (!region || !stamps) return [];
    const then = at ? `&at=${encodeURIComponent(at)}` : '';
    const wanted = sets.filter(set => set !== 'views' || (shown.has('views') && purpose && z + 1 >= VIEWS_FROM));
    return wanted.map(set => `/tiles/${encodeURIComponent(region)}/${set}/${z}/${x}/${y}.mvt?v=${set === 'base' ? stamps.records : stamps.findings}${set === 'views' ? `&purpose=${encodeURIComponent(purpose)}` : ''}${then}`);
  };
}

function listen(map, findings, read, on) {
  const hit = event => hitAt(findings.at(event.latlng), map.getZoom(), read().shown);
  let waiting = 0;
  map.on('click', event => {
    const found = hit(event);
    if (found?.kind === 'group') map.setZoomAround(event.latlng, map.getZoom() + 2);
    else on.pick(found, event.latlng, map.getZoom());
  });
  map.on('mousemove', event => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      const found = hit(event);
      map.getContainer().classList.toggle('pointing', !!found);
      on.hover(found && found.kind !== 'group' ? found : null);
    });
  });
  map.on('mouseout', () => on.hover(null));
  map.on('moveend', () => {
    const { lat, lng } = map.getCenter();
    on.move({ lat, lng, zoom: map.getZoom() }, boxOf(map));
  });
}

// What is in sight, as west,south,east,north.
function boxOf(map) {
  const [low, high] = [map.getBounds().getSouthWest(), map.getBounds().getNorthEast()];
  const clamp = (value, most) => Math.max(-most, Math.min(most, value));
  return [clamp(low.lng, 180), clamp(low.lat, 89), clamp(high.lng, 180), clamp(high.lat, 89)].map(value => value.toFixed(6)).join(',');
}
