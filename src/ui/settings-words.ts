/** What Settings says of its choices. */
import { msg, str } from '@lit/localize';
import type { DetectorKind } from '../core/detector';
import type { Settings } from '../decision/settings';
import { FALSE_IDENTIFICATION_RATES } from '../decision/thresholds';
import { formatNumber } from './format';
import { plural } from './plural';
import { countPeople } from './strings';

/** The rates that can be chosen by name. */
export function presets(): readonly { readonly label: string; readonly rate: number }[] {
  return [
    { label: msg('Lenient'), rate: FALSE_IDENTIFICATION_RATES.lenient },
    { label: msg('Balanced'), rate: FALSE_IDENTIFICATION_RATES.balanced },
    { label: msg('High security'), rate: FALSE_IDENTIFICATION_RATES.high },
  ];
}

export function detectorLabel(kind: DetectorKind): string {
  switch (kind) {
    case 'haar+ultralight':
      return msg('Haar and UltraLight');
    case 'haar':
      return msg('Haar alone');
    case 'ultralight':
      return msg('UltraLight alone');
  }
}

export function themeLabel(theme: Settings['theme']): string {
  switch (theme) {
    case 'system':
      return msg('Like the system');
    case 'light':
      return msg('Light');
    case 'dark':
      return msg('Dark');
  }
}

/** What a rate means to somebody who wonders who may come in. */
export function rateText(rate: number, people: number): string {
  if (people === 0) return '';
  if (rate > 0.5) {
    return plural(
      people,
      msg('At this threshold most strangers would be taken for the one person enrolled.|At this threshold most strangers would be taken for one of the # people enrolled.'),
    );
  }
  const strangers = formatNumber(Number((1 / rate).toPrecision(2)));
  return people === 1
    ? msg(str`At this threshold about 1 stranger in ${strangers} would be taken for the one person enrolled, going by reference photographs.`)
    : msg(str`At this threshold about 1 stranger in ${strangers} would be taken for one of the ${countPeople(people)} enrolled, going by reference photographs.`);
}
