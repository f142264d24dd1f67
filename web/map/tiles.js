// Vector tiles from our own server: fetched once, decoded into paths, kept while they are of use.

import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const KEPT = 160;
const MERGED = { buildings: ['use'], backdrop: ['kind', 'class', 'name'] };

/** A store of decoded tiles by address. */
export function createTiles() {
  const kept = new Map();
  return {
    /** The layers of a tile by name; an empty object where there is nothing. */
    load(url) {
      const known = kept.get(url);
      kept.delete(url);
      const tile = known ?? begin(url, () => kept.delete(url));
      kept.set(url, tile);
      while (kept.size > KEPT) drop(kept);
      return tile.promise;
    },

    /** The layers of a tile if they are here, else null. */
    peek: url => kept.get(url)?.layers ?? null,
  };
}

function begin(url, forget) {
  const stop = new AbortController();
  const tile = { stop, layers: null };
  tile.promise = fetch(url, { signal: stop.signal })
    .then(response => {
      if (response.status === 204) return null;
      if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
      return response.arrayBuffer();
    })
    .then(bytes => (tile.layers = bytes ? decode(bytes) : {}))
    .catch(fault => { forget(); throw fault; });
  return tile;
}

function drop(kept) {
  const [url, tile] = kept.entries().next().value;
  kept.delete(url);
  if (!tile.layers) tile.stop.abort();
}

function decode(bytes) {
  const layers = {};
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers)) {
    const features = Array.from({ length: layer.length }, (_, i) => layer.feature(i));
    layers[name] = MERGED[name] ? merge(features, MERGED[name]) : features.map(feature => shape([feature]));
  }
  return layers;
}

// What is only drawn, and never pointed at, is one path for all that look alike.
function merge(features, keys) {
  const groups = new Map();
  for (const feature of features) {
    const key = `${feature.type} ${keys.map(name => feature.properties[name]).join(' ')}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(feature);
  }
  return [...groups.values()].map(shape);
}

function shape(features) {
  const rings = features.flatMap(feature => feature.loadGeometry());
  const { type, properties } = features[0];
  return type === 1 ? { type, props: properties, points: rings.flat() } : { type, props: properties, rings, path: trace(rings, type === 3) };
}

function trace(rings, closed) {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach((point, i) => (i ? path.lineTo(point.x, point.y) : path.moveTo(point.x, point.y)));
    if (closed) path.closePath();
  }
  return path;
}
