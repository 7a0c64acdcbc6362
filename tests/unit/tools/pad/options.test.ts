/** What the command's arguments mean, and one sentence for each that means nothing. */
import { describe, expect, it } from 'vitest';
import { parsePadOptions } from '../../../../src/tools/pad/options';

describe('parsePadOptions', () => {
  it('needs both folders', () => {
    expect(parsePadOptions(['--live', 'faces', '--spoof', '/attacks'], '/home/pi')).toEqual({
      liveDir: '/home/pi/faces',
      spoofDir: '/attacks',
      jsonFile: null,
      isFollowed: false,
    });
  });

  it('writes a file where it is told', () => {
    expect(parsePadOptions(['--live', 'a', '--spoof', 'b', '--json', 'out/c.json'], '/home/pi')?.jsonFile).toBe('/home/pi/out/c.json');
  });

  it('follows where it is told', () => {
    expect(parsePadOptions(['--live', 'a', '--spoof', 'b', '--followed'], '/')?.isFollowed).toBe(true);
  });

  it('gives help alone', () => {
    expect(parsePadOptions(['--help'], '/')).toBeNull();
  });

  it.each([
    [[], 'Give --live a folder'],
    [['--live', 'a'], 'Give --spoof a folder'],
    [['--live', 'a', '--spoof', 'b', '--fast'], "Unknown option '--fast': \"npm run eval:pad -- --help\" lists what there is."],
    [['--live', 'a', '--spoof', 'b', 'c'], "Unexpected argument 'c'"],
  ])('refuses %j', (argv, sentence) => {
    expect(() => parsePadOptions(argv, '/')).toThrow(sentence);
  });
});
