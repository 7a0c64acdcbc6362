import { describe, expect, it } from 'vitest';
import { type KeyContext, meaningOfKey } from '../../../src/ui/keyboard';

const PAGE: KeyContext = { focus: 'page', hasDialog: false, isCameraScreen: true };

describe('meaningOfKey', () => {
  it('captures with SPACE where there is a camera and no control has the focus', () => {
    expect(meaningOfKey(' ', PAGE)).toEqual({ kind: 'capture' });
    expect(meaningOfKey(' ', { ...PAGE, focus: 'control' })).toBeNull();
    expect(meaningOfKey(' ', { ...PAGE, isCameraScreen: false })).toBeNull();
  });

  it('captures with Enter from the name, and from nowhere else', () => {
    expect(meaningOfKey('Enter', { ...PAGE, focus: 'name' })).toEqual({ kind: 'capture' });
    for (const focus of ['text', 'control', 'page'] as const) {
      expect(meaningOfKey('Enter', { ...PAGE, focus })).toBeNull();
    }
  });

  it('cancels with ESC wherever the focus is, where there is a camera', () => {
    for (const focus of ['name', 'control', 'page'] as const) {
      expect(meaningOfKey('Escape', { ...PAGE, focus })).toEqual({ kind: 'cancel' });
    }
    expect(meaningOfKey('Escape', { ...PAGE, isCameraScreen: false })).toBeNull();
  });

  it.each([
    ['1', 'verify'],
    ['2', 'enrol'],
    ['3', 'people'],
    ['4', 'settings'],
    ['5', 'diagnostics'],
  ])('goes with %s to %s', (key, to) => {
    expect(meaningOfKey(key, { ...PAGE, focus: 'control' })).toEqual({ kind: 'go', to });
  });

  it('searches with / and lists the keys with ?', () => {
    expect(meaningOfKey('/', PAGE)).toEqual({ kind: 'focus-search' });
    expect(meaningOfKey('?', PAGE)).toEqual({ kind: 'show-keys' });
  });

  it('leaves letters to whoever types', () => {
    for (const key of [' ', '1', '5', '/', '?', 'a']) {
      for (const focus of ['name', 'text'] as const) expect(meaningOfKey(key, { ...PAGE, focus })).toBeNull();
    }
  });

  it('leaves every key to an open dialog', () => {
    for (const key of [' ', 'Enter', 'Escape', '1', '/', '?']) {
      expect(meaningOfKey(key, { ...PAGE, hasDialog: true })).toBeNull();
    }
  });

  it('means nothing with other keys', () => {
    for (const key of ['0', '6', '12', 'a', 'Tab']) expect(meaningOfKey(key, PAGE)).toBeNull();
  });
});
