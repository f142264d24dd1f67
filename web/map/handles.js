// Handles of a camera that is being changed: its place, and where it points. The map is conformal: an angle on the screen is
// an angle on the ground. What the camera sees is not worked out here: it comes from the server as a preview.

import * as L from 'leaflet';
import { CAMERA, INK } from './looks.js';
import { cones } from './highlight.js';

const ARM = 88; // CSS pixels from the place to the handle that turns
const STEP = 5; // degrees, for a larger step by key
const EDGES = 24;
const DEGREE = Math.PI / 180;

/** `edit(handles, preview, purpose)` shows them, null hides them; `onHandle({ turn, move })` is told what is dragged. */
export function createHandles(map) {
  const hand = { map, now: null, held: null, on: { turn() {}, move() {} }, view: L.layerGroup().addTo(map), sector: L.layerGroup().addTo(map), place: marker('handle-place'), aim: marker('handle-aim') };
  listen(hand);
  return {
    edit(handles, preview, purpose) {
      hand.now = handles;
      for (const one of [hand.place, hand.aim]) {
        if (handles && !map.hasLayer(one)) one.setLatLng([handles.position[1], handles.position[0]]).addTo(map);
        if (!handles) one.remove();
      }
      hand.view.clearLayers();
      hand.sector.clearLayers();
      if (!handles) return;
      name(hand.place, handles.labels.place);
      name(hand.aim, handles.labels.aim, handles.azimuth);
      for (const layer of preview?.views ? cones(preview.views, purpose) : []) hand.view.addLayer(layer);
      draw(hand);
    },
    onHandle: told => Object.assign(hand.on, told),
  };
}

function listen(hand) {
  const { map, aim, place, on } = hand;
  aim.on('drag', () => on.turn(azimuthTo(hand, aim.getLatLng())));
  place.on('drag', () => on.move([round(place.getLatLng().lng), round(place.getLatLng().lat)]));
  for (const one of [aim, place]) {
    one.on('dragstart', () => (hand.held = one));
    one.on('dragend', () => { hand.held = null; draw(hand); });
  }
  keys(aim, event => ({ ArrowLeft: -1, ArrowRight: 1, ArrowDown: -STEP, ArrowUp: STEP }[event.key]), step => on.turn((hand.now.azimuth + step + 360) % 360));
  map.on('zoomend viewreset', () => hand.now && draw(hand));
}

// The handle that is held stays under the pointer; the other one follows.
function draw({ map, now, held, sector, place, aim }) {
  sector.clearLayers();
  if (!now) return;
  const at = [now.position[1], now.position[0]];
  const arm = (azimuth, length) => map.containerPointToLatLng(map.latLngToContainerPoint(at).add([length * Math.sin(azimuth * DEGREE), -length * Math.cos(azimuth * DEGREE)]));
  if (held !== place) place.setLatLng(at);
  if (held !== aim) aim.setLatLng(arm(now.azimuth, ARM));
  const half = Math.min(now.hfov, 359) / 2;
  const edge = Array.from({ length: EDGES + 1 }, (_, i) => arm(now.azimuth - half + (i * 2 * half) / EDGES, ARM * 0.72));
  sector.addLayer(L.polygon([at, ...edge], { interactive: false, color: CAMERA, weight: 1.5, dashArray: '3 3', fill: true, fillColor: CAMERA, fillOpacity: 0.12 }));
  sector.addLayer(L.polyline([at, arm(now.azimuth, ARM)], { interactive: false, color: INK, weight: 2 }));
}

function azimuthTo({ map, now }, latlng) {
  const { x, y } = map.latLngToContainerPoint(latlng).subtract(map.latLngToContainerPoint([now.position[1], now.position[0]]));
  return Math.round(Math.atan2(x, -y) / DEGREE + 360) % 360;
}

function name(handle, words, value) {
  const node = handle.getElement();
  node.setAttribute('aria-label', words);
  node.title = words;
  if (value === undefined) return;
  for (const [key, number] of Object.entries({ valuemin: 0, valuemax: 359, valuenow: value })) node.setAttribute(`aria-${key}`, String(number));
}

const round = degrees => Number(degrees.toFixed(7));

const marker = name => L.marker([0, 0], {
  draggable: true, autoPan: false, keyboard: true, icon: L.divIcon({ className: `handle ${name}`, iconSize: [22, 22] }),
});

function keys(handle, stepOf, act) {
  handle.on('add', () => {
    const node = handle.getElement();
    node.setAttribute('role', 'slider');
    node.onkeydown = event => {
      const step = stepOf(event);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      act(step);
    };
  });
}
