/** Numbers, dates and lists as the spoken language writes them, always with the digits 0 to 9. */
import { languageOf } from '../core/locale';
import { currentLocale } from './locale';

const formats = new Map<string, Intl.NumberFormat>();

/** A number; whole ones are grouped, others keep up to three decimals unless the options say otherwise. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  // Making a format takes longer than using it, and scores change with every frame.
  const key = currentLocale() + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(currentLocale(), { numberingSystem: 'latn', ...options });
  formats.set(key, format);
  return format.format(value);
}

/** A number with just so many decimals. */
export function formatDecimals(value: number, decimals: number): string {
  return formatNumber(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A place on the axis of scores: one decimal, and a minus as long as a plus. */
export function formatTenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return `${rounded < 0 ? '−' : ''}${formatDecimals(Math.abs(rounded), 1)}`;
}

/** A day and a time, as the region of the browser writes them where it speaks the same language. */
export function formatDate(ms: number): string {
  return formatMoment(ms, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A day without its time, in the same way. */
export function formatDay(ms: number): string {
  return formatMoment(ms, { dateStyle: 'medium' });
}

/** A time of day in the same way. */
export function formatTime(ms: number): string {
  return formatMoment(ms, { timeStyle: 'short' });
}

function formatMoment(ms: number, options: Intl.DateTimeFormatOptions): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  const locale = languageOf(own) === languageOf(currentLocale()) ? own : currentLocale();
  return new Intl.DateTimeFormat(locale, { numberingSystem: 'latn', ...options }).format(ms);
}

/** "Ada, Grace and Joan" in pieces: the elements, and what stands between them. */
export function listParts(elements: readonly string[]): readonly { readonly type: 'element' | 'literal'; readonly value: string }[] {
  return new Intl.ListFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale()).formatToParts(elements);
}
