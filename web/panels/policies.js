// What is required of each category of sites, and for which purposes; changed here, with a note that stays on record.

import { sendEdits } from '../api.js';
import { clone, fill, speak } from '../dom.js';
import { count, moment, required } from '../format.js';
import { note, purpose, section, troubleBox } from './parts.js';
import { policyForm, purposeForm } from './policy-forms.js';

/** `act`: reload() after a change, again(). */
export function mountPolicies(root, store, say, act) {
  const open = { form: null }; // { kind, name } of what is being changed
  const redraw = () => { if (store.get().page === 'policies') draw(root, store, say(), act, open, redraw); };
  store.watch(s => [s.page, s.policies, s.lang, s.region], redraw);
  store.watch(s => [s.progress], () => { if (!open.form) redraw(); });
}

function draw(root, store, say, act, open, redraw) {
  const { policies: { data, fault }, progress } = store.get();
  const view = clone('policies');
  speak(view.root, say);
  const held = root.firstElementChild?.scrollTop ?? 0;
  if (fault && !data) fill(view.body, troubleBox(say, fault, act.again));
  else if (!data) view.body.classList.add('loading');
  else {
    view.used.textContent = standing(data, progress, say);
    fill(view.body, [
      section(say('policies.categories'), count(data.policies.length), data.policies.map(one => policyRow(one, say, change('policy', one.category))), say('policies.none')),
      data.without.length ? note(say('policies.without', { list: data.without.map(one => `${say.or(`category.${one.category}`, one.category)} (${count(one.sites)})`).join(say('page.comma')) })) : null,
      section(say('policies.purposes'), count(data.purposes.length), data.purposes.map(one => purposeRow(one, say, change('purpose', one.name))), say('policies.none')),
      section(say('policies.versions'), count(data.versions.length), data.versions.map(one => versionRow(one, data, say)), say('policies.none')),
    ]);
    if (open.form) showForm();
  }
  fill(root, view.root);
  view.root.scrollTop = held;
  if (open.form?.isNew) view.body.querySelector('form input, form select')?.focus();
  if (open.form) open.form.isNew = false;

  function change(kind, name) {
    return () => {
      open.form = { kind, name, isNew: true };
      redraw();
    };
  }

  function showForm() {
    const { kind, name } = open.form;
    const place = [...view.body.querySelectorAll(`[data-${kind}]`)].find(node => node.dataset[kind] === name);
    const one = kind === 'policy' ? data.policies.find(p => p.category === name) : data.purposes.find(p => p.name === name);
    if (!place || !one) return void (open.form = null);
    const close = () => {
      open.form = null;
      redraw();
      root.querySelector(`[data-${kind}="${CSS.escape(name)}"] button`)?.focus();
    };
    const form = kind === 'policy' ? policyForm(say, one, data.purposes, { save, close }) : purposeForm(say, one, { save, close });
    place.after(open.form.node ?? form);
    open.form.node ??= form;
  }

  async function save(properties, reason) {
    const { region } = store.get();
    await sendEdits(region, { features: [{ type: 'Feature', geometry: null, properties }], remove: [], reason });
    open.form = null;
    act.reload();
  }
}

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
