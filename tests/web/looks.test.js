import assert from 'node:assert/strict';
import test from 'node:test';
import { cameraLook, groupRadius, roadLook, stateLook, STATES, UNPROVEN, UNSEEN, SEEN } from '../../web/map/looks.js';
import { STATE_ORDER } from '../../web/panels/signs.js';

test('States differ by more than colour', () => {
  const marks = Object.values(STATES).map(look => look.mark);
  assert.equal(new Set(marks).size, marks.length);
  assert.deepEqual(Object.keys(STATES).sort(), [...STATE_ORDER].sort());
  assert.equal(stateLook('compliant').colour, SEEN);
  assert.equal(stateLook('unproven').colour, UNPROVEN);
  assert.equal(stateLook('not_compliant').colour, UNSEEN);
  assert.equal(stateLook('of a later version').mark, 'dots');
});

test('A camera points where its record says, one wedge a head', () => {
  assert.deepEqual(cameraLook({ azimuth: '80,10' }).headings, [80, 10]);
  assert.deepEqual(cameraLook({ azimuth: '0' }).headings, [0]);
  assert.deepEqual(cameraLook({}).headings, []);
});

test('Out of order is crossed, blind is barred, an estimate is hollow', () => {
  assert.ok(cameraLook({ status: 'repair', blind: 'out_of_order' }).crossed);
  assert.ok(!cameraLook({ status: 'repair', blind: 'out_of_order' }).blind);
  assert.ok(cameraLook({ status: 'in_use', blind: 'inside_building' }).blind);
  assert.ok(!cameraLook({ estimated: true }).solid);
});

test('The ring tells the class, and other classes have none', () => {
  const rings = [1, 2, 3, 4, undefined].map(name => cameraLook({ class: name }).ring);
  assert.ok(rings[0] > rings[1] && rings[1] > rings[2] && rings[2] > rings[3]);
  assert.equal(rings[3], 0);
  assert.equal(rings[4], 0);
});

test('Larger roads are wider, and lie over smaller ones', () => {
  const [primary, link, service, path] = ['primary', 'primary_link', 'service', 'footway'].map(name => roadLook(name, 17));
  assert.ok(primary.width > service.width && service.width > path.width);
  assert.ok(primary.rank > service.rank);
  assert.equal(link.rank, primary.rank);
  assert.ok(path.dashed && !path.cased);
  assert.ok(roadLook('primary', 12).width < primary.width);
  assert.ok(roadLook('a new class', 17).width > 0);
});

test('Marks of groups grow, but not without end', () => {
  assert.ok(groupRadius(2) < groupRadius(50));
  assert.ok(groupRadius(1e6) <= 18);
});
