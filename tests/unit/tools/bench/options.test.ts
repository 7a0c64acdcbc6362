/** What the command understands. */
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../../src/tools/command-line';
import { parseOptions } from '../../../../src/tools/bench/options';

describe('the options', () => {
  it('measure everything at full speed when there are none', () => {
    expect(parseOptions([], '/here')).toEqual({ jsonFile: null, throttle: null, soakMinutes: null, isQuick: false, isGallery: false });
  });

  it('are taken from where the command was called', () => {
    expect(parseOptions(['--json', 'out.json', '--throttle', '5', '--soak', '0.5', '--quick'], '/here')).toEqual({
      jsonFile: '/here/out.json',
      throttle: 5,
      soakMinutes: 0.5,
      isQuick: true,
      isGallery: false,
    });
  });

  it('may ask for help alone', () => {
    expect(parseOptions(['--help'], '/here')).toBeNull();
  });

  it.each([
    [['--throttle', '1'], '--throttle is "1": give a number over 1.'],
    [['--throttle', 'much'], '--throttle is "much": give a number over 1.'],
    [['--soak', '0'], '--soak is "0": give a number over 0.'],
    [['--fast'], 'npm run bench -- --help'],
  ])('%j is refused with a sentence', (argv, sentence) => {
    expect(() => parseOptions(argv, '/here')).toThrow(CommandError);
    expect(() => parseOptions(argv, '/here')).toThrow(sentence);
  });
});
