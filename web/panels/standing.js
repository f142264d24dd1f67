// How the archive of each unit stands: records, complete, networked, in use, by class, and how the share of complete records
// went from day to day.

import { findingFile } from '../api.js';
import { clone, fill, speak } from '../dom.js';
import { count, share } from '../format.js';

const WIDTH = 120, HEIGHT = 28, PAD = 3;

/** A row for all units together, then one a unit, worst first; of the unit that is asked for only its own. `act`: audit(patch). */
export function standingRows({ standing, trend }, { region, lang, audit }, say, act) {
  const faulty = unit => standing.reduce((sum, one) => sum + (one.unit === unit ? one.with_findings : 0), 0);
  const units = [...new Set(standing.map(one => one.unit))].toSorted((a, b) => faulty(b) - faulty(a));
  const asked = audit.unit ? units.filter(unit => (unit || '-') === audit.unit) : [null, ...units];
  return asked.map(unit => {
    const of = unit === null ? standing : standing.filter(one => one.unit === unit);
    const days = trend.find(one => one.unit === unit)?.days ?? [];
    return row({ unit, all: sum(of), classes: byClass(of), days }, { region, lang }, say, act);
  });
}

const FIGURES = ['records', 'complete', 'in_use', 'networked', 'networked_known', 'with_findings'];
const sum = rows => Object.fromEntries(FIGURES.map(name => [name, rows.reduce((whole, one) => whole + one[name], 0)]));

function byClass(rows) {
  const classes = [...new Set(rows.map(one => one.class))].sort((a, b) => (a ?? 99) - (b ?? 99));
  return classes.map(code => ({ class: code, ...sum(rows.filter(one => one.class === code)) }));
}

function row({ unit, all, classes, days }, { region, lang }, say, act) {
  const part = clone('standing');
  speak(part.root, say);
  const name = unit === null ? say('archive.all_together') : unit || say('archive.nobody');
  part.name.textContent = name;
  fill(part.trend, trendDrawing(days, name, say));
  fill(part.body, [figures(say('archive.class.all'), all), ...classes.map(one => figures(one.class == null ? say('archive.class.none') : say.or(`camera.class.${one.class}`, String(one.class)), one))]);
  part.findings.textContent = say('archive.unit.findings', { n: count(all.with_findings) });
  part.findings.onclick = () => act.audit({ show: 'findings', unit: unit === null ? null : unit || '-', rule: null, severity: null });
  part.file.href = findingFile(region, { unit: unit === null ? null : unit || '-' }, lang);
  part.file.setAttribute('aria-label', `${name} XLSX`);
  return part.root;
}

function figures(name, { records, complete, in_use, networked, networked_known }) {
  const part = clone('figures');
  part.name.textContent = name;
  part.records.textContent = count(records);
  part.complete.textContent = records ? share(complete / records) : '–';
  part.networked.textContent = networked_known ? share(networked / networked_known) : '–';
  part.inUse.textContent = records ? share(in_use / records) : '–';
  return part.root;
}

const svg = (name, attributes) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
};

/** The share of complete records from day to day; from the lowest to the highest that there was. */
export function trendDrawing(days, name, say) {
  const shares = days.map(day => (day.records ? day.complete / day.records : 0));
  if (shares.length < 2) return Object.assign(document.createElement('span'), { className: 'note', textContent: say('archive.trend.young') });
  const points = trendPoints(shares);
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'trend', role: 'img',
    'aria-label': say('archive.trend', { name, from: share(shares[0]), to: share(shares.at(-1)), first: days[0].day, last: days.at(-1).day }) });
  drawing.append(svg('polyline', { points: points.map(point => point.join(',')).join(' ') }), svg('circle', { cx: points.at(-1)[0], cy: points.at(-1)[1], r: 2.5 }));
  return drawing;
}

/** Where the shares lie in the drawing; a flat line lies in the middle. */
export function trendPoints(shares) {
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const y = value => (high === low ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) / (high - low)) * (HEIGHT - 2 * PAD));
  return shares.map((value, i) => [PAD + (i * (WIDTH - 2 * PAD)) / (shares.length - 1), y(value)].map(number => Number(number.toFixed(1))));
}
