// The order and the marks of categories and states, for all panels. The marks are drawn in a square of 40.

export const CATEGORIES = ['airport', 'railway_station', 'coach_station', 'fuel_station', 'bus_stop', 'mall', 'compound', 'other'];
export const STATE_ORDER = ['not_compliant', 'unproven', 'compliant', 'not_analysed', 'nothing_to_watch', 'not_required'];

export const STATE_MARKS = {
  compliant: 'M13.5 20.5l4.5 4.5 9-10',
  unproven: 'M15.5 16.5a4.5 4.5 0 1 1 6.4 4.1c-1.3.6-1.9 1.3-1.9 2.6m0 3.8v.1',
  not_compliant: 'M14.5 14.5l11 11m0-11l-11 11',
  nothing_to_watch: 'M13.5 20h13',
  not_required: 'M20 20v.1',
  not_analysed: 'M13.5 20v.1M20 20v.1M26.5 20v.1',
};
