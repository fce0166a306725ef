/** Names of the months from January to December by language, in lower case. A dot may follow those that are cut short. */
const names: readonly string[] = [
  'january|jan|januar|janvier|janv|enero|ene|janeiro|gennaio|gen|januari|stycznia|styczeń|января|январь|янв|січня|січень',
  'february|feb|februar|février|févr|fevrier|febrero|fevereiro|fev|febbraio|februari|lutego|luty|февраля|февраль|фев|лютого|лютий',
  'march|mar|märz|maerz|mrz|mars|marzo|março|marco|maart|mrt|marca|marzec|марта|март|березня|березень',
  'april|apr|avril|avr|abril|abr|aprile|kwietnia|kwiecień|апреля|апрель|апр|квітня|квітень',
  'may|mai|mayo|maio|maggio|mag|mei|maja|мая|май|травня|травень',
  'june|jun|juni|juin|junio|junho|giugno|giu|czerwca|czerwiec|июня|июнь|июн|червня|червень',
  'july|jul|juli|juillet|juil|julio|julho|luglio|lug|lipca|lipiec|июля|июль|июл|липня|липень',
  'august|aug|août|aout|agosto|ago|augustus|sierpnia|sierpień|августа|август|авг|серпня|серпень',
  'september|sep|sept|septembre|septiembre|setembro|settembre|września|wrzesień|сентября|сентябрь|сен|сент|вересня|вересень',
  'october|oct|oktober|okt|octobre|octubre|outubro|ottobre|ott|października|październik|октября|октябрь|окт|жовтня|жовтень',
  'november|nov|novembre|noviembre|novembro|listopada|listopad|ноября|ноябрь|ноя|листопада|листопад',
  'december|dec|dezember|dez|décembre|déc|decembre|diciembre|dic|dezembro|dicembre|grudnia|grudzień|декабря|декабрь|дек|грудня|грудень',
];

const numbers = new Map<string, number>();
names.forEach((group, index) => {
  for (const name of group.split('|')) if (!numbers.has(name)) numbers.set(name, index + 1);
});

/** Any of the names as a part of a pattern, the longest first; it is to be compared without regard to case. */
export const monthPattern = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|');

/** 1 to 12 for the name of a month; undefined for other words. */
export function monthOfName(name: string): number | undefined {
  return numbers.get(name.toLowerCase());
}
