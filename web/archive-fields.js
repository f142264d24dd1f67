// The fields of the one-camera-one-file archive in the order of its form: under which names a record may hold each, and how
// it is corrected. A coded field says its codes in words (texts code.FIELD.CODE).

/** { field, own: the record's own name, also: other names in the archive, codes, kind: how it is entered }. */
export const FORM = [
  { field: '设备编码', own: 'code' },
  { field: '设备名称', own: 'name', kind: 'text' },
  { field: '设备厂商', also: ['manufacturer', 'vendor'], kind: 'text' },
  { field: '行政区域', also: ['district'], kind: 'text' },
  { field: '监控点位类型', own: 'class', codes: ['1', '2', '3', '4', '9'], kind: 'number' },
  { field: '设备型号', also: ['model'], kind: 'text' },
  { field: '点位俗称', also: ['alias'], kind: 'text' },
  { field: 'IPv4' },
  { field: 'IPv6' },
  { field: 'MAC' },
  { field: '摄像机类型', own: 'type', codes: ['dome_ptz', 'half_dome', 'bullet', 'ptz_bullet', 'checkpoint', 'fisheye', 'other'], kind: 'text' },
  { field: '摄像机功能类型', own: 'function', kind: 'codes' },
  { field: '补光属性', also: ['fill_light'], codes: ['1', '2', '3', '9'], kind: 'text' },
  { field: '编码格式', also: ['codec'], codes: ['1', '2', '3', '4'], kind: 'text' },
  { field: '安装地址', also: ['address'], kind: 'text' },
  { field: '经度', own: 'lon' },
  { field: '纬度', own: 'lat' },
  { field: '摄像机位置类型', also: ['position_type'], kind: 'text' },
  { field: '监视方位', also: ['direction_code'], codes: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], kind: 'text' },
  { field: '联网属性', also: ['networked'], codes: ['networked', 'not_networked'], kind: 'text' },
  { field: '所属辖区公安机关', also: ['police_station'], kind: 'text' },
  { field: '安装时间', also: ['install_time'], kind: 'text' },
  { field: '管理单位', also: ['managing_unit'], kind: 'text' },
  { field: '管理单位联系方式', also: ['contact'], kind: 'text' },
  { field: '录像保存天数', also: ['retention_days'], kind: 'text' },
  { field: '设备状态', own: 'status', codes: ['in_use', 'repair', 'removed'], kind: 'text' },
  { field: '所属部门/行业', also: ['industry'], kind: 'text' },
  { field: '分辨率', also: ['resolution'], codes: ['1', '2', '3', '4', '5', '6', '7'], kind: 'text', wide: true },
  { field: '镜头/安装类型', kind: 'text', wide: true },
  { field: '安装方式', also: ['mounting'], codes: ['1', '2', '3', '4'], kind: 'text', wide: true },
  { field: '立杆编号', also: ['pole'], kind: 'text', wide: true },
  { field: '室内外', also: ['indoor_code'], codes: ['1', '2'], kind: 'text', wide: true },
  { field: '焦距', also: ['focal_length'], kind: 'text', wide: true },
  { field: '看守位', also: ['home_position', '预置位', '守望位'], kind: 'text', wide: true },
  { field: '维护单位', also: ['maintainer'], kind: 'text', wide: true },
];

const PLACES = ['lon', 'lat'];

/** The name under which a record holds a field, or would. */
export function nameOf(camera, one) {
  return one.own ?? [one.field, ...(one.also ?? [])].find(name => isSaid(camera.attributes?.[name])) ?? one.field;
}

/** What a record says of a field; null when it says nothing. */
export function valueOf(camera, one) {
  const value = one.own ? camera[one.own] : camera.attributes?.[nameOf(camera, one)];
  return isSaid(value) && !(Array.isArray(value) && !value.length) ? value : null;
}

/** A value in words: codes by their meaning with the code beside it, several joined by "/" one by one. */
export function wordsOf(say, one, value) {
  if (PLACES.includes(one.own)) return value.toFixed(6);
  if (typeof value === 'boolean') return say(`code.联网属性.${value ? 'networked' : 'not_networked'}`);
  const codes = Array.isArray(value) ? value : String(value).split('/');
  const known = codes.map(code => say.or(`code.${one.field}.${code}`, null));
  if (known.some(words => words == null)) return Array.isArray(value) ? value.join('/') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return codes.map((code, i) => (/^\d+$/.test(code) ? `${known[i]} (${code})` : known[i])).join(' / ');
}

/** What the record holds beyond the form, by name. */
export function beyondForm(camera) {
  const known = new Set(FORM.flatMap(one => [one.field, ...(one.also ?? [])]));
  return Object.entries(camera.attributes ?? {}).filter(([name, value]) => !known.has(name) && isSaid(value));
}

const isSaid = value => value != null && value !== '';

/** What the fields of a correction begin with: text as it is entered. */
export function draftOf(camera) {
  return Object.fromEntries(FORM.filter(one => one.kind).map(one => [nameOf(camera, one), entered(valueOf(camera, one))]));
}

const entered = value => (value == null ? '' : Array.isArray(value) ? value.join('/') : typeof value === 'boolean' ? (value ? 'networked' : 'not_networked') : String(value));

/** What a correction sends: only what differs from the record; what was emptied is unknown. */
export function correctionsOf(camera, values) {
  const first = draftOf(camera);
  const kinds = Object.fromEntries(FORM.map(one => [nameOf(camera, one), one.kind]));
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value.trim() !== first[name]).map(([name, value]) => [name, sent(value.trim(), kinds[name], name)]));
}

function sent(value, kind, name) {
  if (value === '') return name === 'name' ? '' : null;
  if (kind === 'number') return Number(value);
  if (kind === 'codes') return value.split('/').map(code => code.trim()).filter(Boolean);
  return value;
}
