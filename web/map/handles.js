// Handles of a camera that is being changed: its place, and where it points. The map is conformal: an angle on the screen is
// an angle on the ground. What the camera sees is not worked out here: it comes from the server as a preview.

import * as L from 'leaflet';
import { CAMERA, INK } from './looks.js';
import { cones } from './highlight.js';

const ARM = 88; // CSS pixels from the place to the handle that turns
const STEP = 5;

/** `edit(handles, preview, purpose)` shows them, null hides them; `onHandle({ turn, move })` is told what is dragged. */
export function createHandles(map) {
  const view = L.layerGroup().addTo(map);
  const sector = L.layerGroup().addTo(map);
  const on = { turn() {}, move() {} };
  let now = null;
  let dragged = false;
  const place = marker('handle-place');
  const aim = marker('handle-aim');

  const arm = (at, azimuth, length) => map.containerPointToLatLng(L.point(at).add([length * Math.sin(azimuth * Math.PI / 180), -length * Math.cos(azimuth * Math.PI / 180)]));
  const azimuthTo = point => {
    const from = map.latLngToContainerPoint([now.position[1], now.position[0]]);
    const { x, y } = map.latLngToContainerPoint(point).subtract(from);
    return Math.round(((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360);
  };

  aim.on('drag', () => { dragged = true; on.turn(azimuthTo(aim.getLatLng())); });
  place.on('drag', () => { dragged = true; on.move([round(place.getLatLng().lng), round(place.getLatLng().lat)]); });
  for (const one of [aim, place]) one.on('dragend', () => { dragged = false; draw(); });
  aim.on('add', () => aim.getElement().setAttribute('role', 'slider'));
  keys(aim, event => ({ ArrowLeft: -1, ArrowRight: 1, ArrowDown: -STEP, ArrowUp: STEP }[event.key]), step => on.turn((now.azimuth + step + 360) % 360));
  map.on('zoomend viewreset', () => now && draw());

  function draw() {
    sector.clearLayers();
    if (!now) return;
    const at = [now.position[1], now.position[0]];
    const from = map.latLngToContainerPoint(at);
    if (!dragged) place.setLatLng(at);
    if (!dragged || !aim.dragging?._draggable?._moving) aim.setLatLng(arm(from, now.azimuth, ARM));
    const half = Math.min(now.hfov, 359) / 2;
    const edge = Array.from({ length: 25 }, (_, i) => arm(from, now.azimuth - half + (i * 2 * half) / 24, ARM * 0.72));
    sector.addLayer(L.polygon([at, ...edge], { interactive: false, color: CAMERA, weight: 1.5, dashArray: '3 3', fill: true, fillColor: CAMERA, fillOpacity: 0.12 }));
    sector.addLayer(L.polyline([at, arm(from, now.azimuth, ARM)], { interactive: false, color: INK, weight: 2 }));
  }

  return {
    edit(handles, preview, purpose) {
      now = handles;
      for (const one of [place, aim]) {
        if (handles && !map.hasLayer(one)) one.setLatLng([handles.position[1], handles.position[0]]).addTo(map);
        if (!handles) one.remove();
      }
      if (handles) name(place, handles.labels.place);
      if (handles) name(aim, handles.labels.aim, handles.azimuth);
      view.clearLayers();
      for (const layer of handles && preview?.views ? cones(preview.views, purpose) : []) view.addLayer(layer);
      draw();
    },
    onHandle: told => Object.assign(on, told),
  };
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
    node.onkeydown = event => {
      const step = stepOf(event);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      act(step);
    };
  });
}
