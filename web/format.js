// Numbers as people read them. Digits are grouped by a narrow no-break space, so that a number never breaks.

const NARROW = '\u202f';

/** A whole number: 12 345. */
export function count(value) {
  return Math.round(value).toString().replace(/\B(?=(\d{3})+(?!\d))/g, NARROW);
}

/** An area from square metres: 1 240 m², from ten thousand on 3.2 ha, from a million on 4.7 km². */
export function area(m2) {
  if (m2 == null) return '–';
  if (m2 >= 1e6) return `${decimal(m2 / 1e6)}${NARROW}km²`;
  if (m2 >= 1e4) return `${decimal(m2 / 1e4)}${NARROW}ha`;
  return `${m2 > 0 && m2 < 10 ? decimal(m2) : count(m2)}${NARROW}m²`;
}

/** A share from 0..1: 86.4 %. Never rounds up to 100 % nor down to 0 %, which would say more than is known. */
export function share(ratio) {
  if (ratio == null) return '–';
  const tenths = ratio > 0 && ratio < 0.001 ? 1 : ratio < 1 && ratio > 0.999 ? 999 : Math.round(ratio * 1000);
  return `${tenths % 10 === 0 && (tenths === 0 || tenths === 1000) ? tenths / 10 : (tenths / 10).toFixed(1)}${NARROW}%`;
}

/** A required share, which is a round number: 80 %. */
export const required = ratio => `${Number((ratio * 100).toFixed(1))}${NARROW}%`;

/** Metres: 1.8 m, 140 m. */
export const metres = m => (m == null ? '–' : `${m < 10 ? decimal(m) : count(m)}${NARROW}m`);

/** A recorded value that may be known only between two: 90°, 40–90°. */
export function interval(pair, unit) {
  if (!pair) return '–';
  const gap = unit === '°' ? '' : NARROW;
  const [low, high] = pair.map(value => (Math.abs(value) >= 1000 ? count(value) : Number(value.toFixed(1)).toString()));
  return low === high ? `${low}${gap}${unit}` : `${low}–${high}${gap}${unit}`;
}

/** A moment: 2026-11-23 14:05, in the zone of the one who reads. */
export function moment(iso) {
  if (!iso) return '–';
  const at = new Date(iso);
  const two = value => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A place: 118.83486, 32.33938 (longitude, latitude). */
export const place = (lon, lat) => `${lon.toFixed(5)}, ${lat.toFixed(5)}`;

/** The nearest of eight compass points, as a text key. */
export const compass = azimuth => ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'][Math.round((((azimuth % 360) + 360) % 360) / 45) % 8];

const decimal = value => (value < 100 ? value.toFixed(1).replace(/\.0$/, '') : count(value));
