// How things look, as plain values: no drawing, no map. Widths and radii are CSS pixels.

export const INK = '#22303a';
export const SEEN = '#1b7f79';
export const UNPROVEN = '#d98e04';
export const UNSEEN = '#a3195b';
export const PROTECTED = '#6a3fb5';
export const QUIET = '#6b7880';
export const CAMERA = '#2f4350';

/** How a site stands: a colour and a mark that is not a colour. */
export const STATES = {
  compliant: { colour: SEEN, mark: 'tick' },
  unproven: { colour: UNPROVEN, mark: 'question' },
  not_compliant: { colour: UNSEEN, mark: 'cross' },
  nothing_to_watch: { colour: QUIET, mark: 'dash' },
  not_required: { colour: QUIET, mark: 'dot' },
  not_analysed: { colour: QUIET, mark: 'dots' },
};

export const stateLook = state => STATES[state] ?? STATES.not_analysed;

// rank: what lies over what; at: width at zoom 17.
const ROADS = {
  motorway: { rank: 9, at: 13 }, trunk: { rank: 8, at: 12 }, primary: { rank: 7, at: 11 }, secondary: { rank: 6, at: 9.5 },
  tertiary: { rank: 5, at: 8 }, residential: { rank: 4, at: 6 }, unclassified: { rank: 4, at: 6 }, living_street: { rank: 4, at: 6 },
  pedestrian: { rank: 3, at: 5 }, road: { rank: 4, at: 5 }, service: { rank: 2, at: 3.5 },
};
const PATH = { rank: 1, at: 1.6, dashed: true };
const paths = new Set(['footway', 'path', 'steps', 'cycleway', 'track', 'bridleway', 'corridor']);

/** The look of a road of an OpenStreetMap class at a zoom. */
export function roadLook(name, zoom) {
  const road = ROADS[name.replace(/_link$/, '')] ?? (paths.has(name) ? PATH : ROADS.service);
  const width = Math.max(road.at * 2 ** ((zoom - 17) * 0.72), road.rank >= 6 ? 1.3 : road.dashed ? 0.8 : 0.6);
  return { rank: road.rank, width: Math.min(width, road.at * 3), dashed: !!road.dashed, cased: !road.dashed && width > 2, major: road.rank >= 6 };
}

/** The size of marks at a zoom. */
export const markRadius = zoom => (zoom >= 16 ? 10 : zoom >= 14 ? 9 : 7.5);
export const cameraSize = zoom => (zoom >= 18 ? 17 : zoom >= 17 ? 14 : zoom >= 16 ? 11 : 7);

/** From this zoom on a camera shows its ring and whether its values are guesses; farther away it only points. */
export const CAMERA_RINGS_FROM = 16;

/** The radius of a mark that stands for so many things. */
export const groupRadius = number => Math.min(9 + Math.log2(number) * 1.3, 18);

/** How a camera looks. ring: its width, by class; solid: no value is a guess; crossed: out of order; blind: sees nothing. */
export function cameraLook(camera) {
  return {
    ring: { 1: 2.6, 2: 1.7, 3: 1 }[camera.class] ?? 0,
    solid: !camera.estimated,
    crossed: camera.status === 'repair',
    blind: !!camera.blind && camera.status !== 'repair',
    headings: camera.azimuth ? String(camera.azimuth).split(',').map(Number) : [],
    round: camera.type === 'fisheye',
  };
}
