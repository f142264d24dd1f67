// What is required of each category of sites, and for which purposes; changed here, with a note that stays on record.

import { sendEdits } from '../api.js';
import { clone, fill, speak } from '../dom.js';
import { count, moment, required } from '../format.js';
import { purpose, section, troubleBox } from './parts.js';
import { policyForm, purposeForm } from './policy-forms.js';
import { CATEGORIES } from './signs.js';

/** `act`: reload() after a change, again(). */
export function mountPolicies(root, store, say, act) {
  const desk = createDesk(root, store, act, () => { if (store.get().page === 'policies') draw(root, store.get(), say(), act, desk); });
  store.watch(s => [s.page, s.policies, s.lang, s.region], desk.redraw);
  store.watch(s => [s.progress], () => { if (!desk.form) desk.redraw(); });
}

// The one form that may be open: { kind, name } of what is being changed, and its node, which keeps what was entered.
function createDesk(root, store, act, redraw) {
  const desk = {
    form: null,
    lang: () => store.get().lang,
    redraw,
    open: (kind, name) => () => {
      desk.form = { kind, name, isNew: true };
      redraw();
    },
    close() {
      const { kind, name } = desk.form;
      desk.form = null;
      redraw();
      root.querySelector(`[data-${kind}="${CSS.escape(name)}"] button`)?.focus();
    },
    async save(properties, reason) {
      await sendEdits(store.get().region, { features: [{ type: 'Feature', geometry: null, properties }], remove: [], reason });
      desk.form = null;
      act.reload();
    },
  };
  return desk;
}

function draw(root, { policies: { data, fault }, progress }, say, act, desk) {
  const view = clone('policies');
  speak(view.root, say);
  const held = root.firstElementChild?.scrollTop ?? 0;
  if (data) {
    view.used.textContent = standing(data, progress, say);
    fill(view.body, sections(data, say, desk));
    if (desk.form) placeForm(view, data, say, desk);
  } else if (fault) fill(view.body, troubleBox(say, fault, act.again));
  else view.body.classList.add('loading');
  fill(root, view.root);
  view.root.scrollTop = held;
  if (desk.form?.isNew) view.body.querySelector('form input, form select')?.focus();
  if (desk.form) desk.form.isNew = false;
}

function sections({ policies, without, purposes, versions, ...data }, say, desk) {
  return [
    section(say('policies.categories'), count(policies.length), policies.map(one => policyRow(one, say, desk.open('policy', one.category))), say('policies.none')),
    section(say('policies.add'), '', missing({ policies, without }).map(one => bareRow(one, say, desk.open('policy', one.category))), say('policies.add.none')),
    section(say('policies.purposes'), count(purposes.length), purposes.map(one => purposeRow(one, say, desk.open('purpose', one.name))), say('policies.none')),
    section(say('policies.versions'), count(versions.length), versions.map(one => versionRow(one, data, say)), say('policies.none')),
  ];
}

function placeForm(view, { policies, purposes }, say, desk) {
  const { kind, name, node } = desk.form;
  const row = [...view.body.querySelectorAll(`[data-${kind}]`)].find(one => one.dataset[kind] === name);
  const record = kind === 'policy' ? policies.find(one => one.category === name) ?? firstPolicy(name, purposes) : purposes.find(one => one.name === name);
  if (!row || !record) return void (desk.form = null);
  // In another language it is a new form with what was entered.
  if (!node || node.lang !== desk.lang()) {
    const { values, reason } = node?.entered?.() ?? { values: {}, reason: '' };
    const entered = { ...record, ...values };
    desk.form.node = kind === 'policy' ? policyForm(say, entered, reason, purposes, desk) : purposeForm(say, entered, reason, desk);
    desk.form.node.lang = desk.lang();
  }
  row.after(desk.form.node);
}

/** Categories without a policy, with how many sites they have. */
const missing = ({ policies, without }) => CATEGORIES.filter(category => !policies.some(one => one.category === category))
  .map(category => ({ category, sites: without.find(one => one.category === category)?.sites ?? 0 }));

// What a policy begins with when it is made.
const firstPolicy = (category, purposes) => ({
  category, purpose: purposes.find(one => one.name === 'observe-person')?.name ?? purposes[0]?.name, required_ratio: 0.8, min_cameras: 1, certainty: 'certain',
  min_retention_days: 30, hours: 'day', lit: false, counts_capture: false, ring_width: 15,
});

function standing({ version, shown_version, outdated, zones }, progress, say) {
  if (progress && outdated) return say('policies.working', { version, n: count(outdated) });
  if (shown_version == null) return say('policies.unused', { version: version ?? 1 });
  if (outdated) return say('policies.outdated', { version, n: count(outdated), m: count(zones) });
  return say('policies.used', { version: shown_version });
}

function policyRow(policy, say, change) {
  const part = clone('policy');
  part.root.dataset.policy = policy.category;
  part.name.textContent = say.or(`category.${policy.category}`, policy.category);
  part.touches.textContent = say('policies.touches', { sites: count(policy.sites), zones: count(policy.zones) });
  const key = { nominal: 'site.requires.nominal', possible: 'site.requires.possible' }[policy.certainty] ?? 'site.requires';
  part.words.textContent = [
    say(key, { ratio: required(policy.required_ratio), purpose: purpose(say, policy.purpose) }),
    policy.min_cameras > 1 ? say('site.min_cameras', { n: policy.min_cameras }) : null,
    policy.min_retention_days ? say('site.retention', { n: policy.min_retention_days }) : null,
    policy.hours === 'always' ? say(policy.lit ? 'policies.always_lit' : 'policies.always') : say('policies.day'),
    policy.counts_capture ? say('policies.capture') : null,
    say('policies.ring', { n: policy.ring_width }),
  ].filter(Boolean).join(say('page.comma'));
  part.change.onclick = change;
  part.change.textContent = say('policies.change');
  part.change.setAttribute('aria-label', `${say('policies.change')}: ${part.name.textContent}`);
  return part.root;
}

function bareRow({ category, sites }, say, create) {
  const part = clone('policy');
  part.root.dataset.policy = category;
  part.name.textContent = say.or(`category.${category}`, category);
  part.touches.textContent = say('policies.bare', { sites: count(sites) });
  part.change.onclick = create;
  part.change.textContent = say('policies.create');
  part.change.setAttribute('aria-label', `${say('policies.create')}: ${part.name.textContent}`);
  part.words.remove();
  return part.root;
}

function purposeRow(one, say, change) {
  const part = clone('policy');
  part.root.dataset.purpose = one.name;
  part.name.textContent = purpose(say, one.name);
  part.touches.textContent = say('policies.judged', { zones: count(one.zones), policies: count(one.policies) });
  part.words.textContent = [
    say('policies.density', { ppm: one.min_ppm }), say('policies.band', { low: one.z_min, high: one.z_max }),
    one.max_tilt == null ? say('policies.no_tilt') : say('policies.tilt', { n: one.max_tilt }), one.name,
  ].join(say('page.comma'));
  part.change.onclick = change;
  part.change.textContent = say('policies.change');
  part.change.setAttribute('aria-label', `${say('policies.change')}: ${part.name.textContent}`);
  return part.root;
}

function versionRow(one, data, say) {
  const part = clone('version');
  part.name.textContent = say('policies.version', { version: one.version });
  part.note.textContent = [one.note, one.operator, moment(one.at)].filter(Boolean).join(' · ');
  part.mark.textContent = one.version === data.shown_version ? say('policies.version.shown') : '';
  part.mark.hidden = !part.mark.textContent;
  return part.root;
}
