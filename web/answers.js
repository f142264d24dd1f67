// Puts answers of the server into the form that the panels draw, whichever version of an answer comes.

const pointOf = thing => thing.point ?? (thing.lon == null ? null : { type: 'Point', coordinates: [thing.lon, thing.lat] });
const GROUND = { inside_occluder: 'built', not_watched: 'other' };

/** One point of the ground: { point, ground, zones, gap, cameras: [{ …, point, misses, blockers }], limited }. */
export function probeOf(answer) {
  const ground = typeof answer.ground === 'object' ? answer.ground : { state: answer.ground };
  return {
    ...answer,
    point: pointOf(answer),
    ground: GROUND[ground.state] ?? ground.state,
    zones: answer.zones ?? ground.zones ?? [],
    gap: answer.gap ?? ground.gaps?.[0] ?? null,
    cameras: answer.cameras.map(camera => ({
      ...camera, point: pointOf(camera), misses: camera.misses ?? [],
      blockers: (camera.blockers ?? camera.blocking ?? []).map(blocker => ({ ...blocker, point: pointOf(blocker), ofCamera: true })),
    })),
  };
}

/** Views into protected areas, one row a camera and area: { overreach: […], last }. */
export function overreachOf(answer) {
  const rows = answer.overreach ?? answer.cameras.flatMap(camera => camera.parts.map(part => ({
    ...part, camera: camera.camera, camera_region: camera.camera_region, name: camera.name, area_name: part.name, point: pointOf(camera),
  })));
  return { overreach: rows, last: answer.last ?? answer.next ?? null };
}

/** Whose records to complete first: { cameras: […] }. */
export const surveyOf = answer => ({ ...answer, cameras: answer.cameras ?? answer.visits });

/** What a camera would see: { views: [{ purpose, certainty, light, area_m2, geometry }], zones }. */
export const previewOf = answer => ({
  ...answer, zones: (answer.zones ?? []).map(zone => ({ ...zone, ratio: zone.ratio ?? zone.ratio_now ?? null })),
  views: answer.views ?? answer.features.map(feature => ({ ...feature.properties, geometry: feature.geometry })),
});

/** The summary of a region; overreach is the number of cameras that reach protected areas. */
export const summaryOf = answer => ({ ...answer, overreach: answer.overreach?.cameras ?? answer.overreach ?? 0 });
