/** What the command's arguments mean, and one sentence for each that means nothing. */
import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../../src/tools/eval/options';

describe('parseOptions', () => {
  it('needs a folder only', () => {
    expect(parseOptions(['photos'], '/home/pi')).toEqual({
      dir: '/home/pi/photos',
      pairsFile: null,
      jsonFile: null,
      htmlFile: null,
      histogramFile: null,
      enrol: null,
      model: null,
      detector: 'haar+ultralight',
      isFollowed: false,
      workers: null,
      isFresh: false,
    });
  });

  it('takes all the rest', () => {
    const argv = '/lfw --pairs p.txt --json out/a.json --html b.html --histogram h.json --enrol 3 --model m --detector haar --followed --workers 2 --fresh';
    expect(parseOptions(argv.split(' '), '/home/pi')).toEqual({
      dir: '/lfw',
      pairsFile: '/home/pi/p.txt',
      jsonFile: '/home/pi/out/a.json',
      htmlFile: '/home/pi/b.html',
      histogramFile: '/home/pi/h.json',
      enrol: 3,
      model: 'm',
      detector: 'haar',
      isFollowed: true,
      workers: 2,
      isFresh: true,
    });
  });

  it('gives help without a folder', () => {
    expect(parseOptions(['--help'], '/')).toBeNull();
  });

  it.each([
    [[], 'Give one folder with photographs'],
    [['a', 'b'], 'and not 2.'],
    [['a', '--enrol', '0'], '--enrol is "0": give a whole number from 1 on.'],
    [['a', '--workers', '1.5'], '--workers is "1.5"'],
    [['a', '--detector', 'dlib'], 'There is no detector called dlib: choose haar+ultralight, haar, ultralight.'],
    [['a', '--nonsense'], `Unknown option '--nonsense': "npm run eval -- --help" lists what there is.`],
  ])('refuses %j', (argv, sentence) => {
    expect(() => parseOptions(argv, '/')).toThrow(sentence);
  });
});
