/** How the commands are called, and how they end. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AssetError } from '../../../src/tools/assets/asset-error';
import { FileError } from '../../../src/tools/assets/files';
import { CommandError, readOptions, runCommand } from '../../../src/tools/command-line';

const OPTIONS = { open: { type: 'boolean' }, model: { type: 'string' } } as const;

/** The options of a command that is called like this. */
function read(...args: string[]) {
  const before = process.argv;
  process.argv = ['node', 'command', ...args];
  onTestFinished(() => void (process.argv = before));
  return readOptions(OPTIONS, 'npm start -- [--open]');
}

describe('readOptions', () => {
  it('gives the values of the options that were given', () => {
    expect({ ...read('--model', 'first', '--open') }).toEqual({ model: 'first', open: true });
    expect({ ...read() }).toEqual({});
  });

  it.each([
    ['unknown', ['--modle', 'first'], "Unknown option '--modle'"],
    ['without its value', ['--model'], "Option '--model <value>' argument missing"],
    ['followed by another instead of its value', ['--model', '--open'], "Option '--model' argument is ambiguous"],
    ['given a value it does not take', ['--open=yes'], "Option '--open' does not take an argument"],
    ['missing before its value', ['first'], "Unexpected argument 'first'"],
  ])('says in one sentence what an option is that is %s, and what there is', (_, args, reason) => {
    const reading = () => read(...args);
    expect(reading).toThrow(CommandError);
    expect(reading).toThrow(new CommandError(`${reason}: use "npm start -- [--open]".`));
  });
});

describe('runCommand', () => {
  /** What a command that fails like this says, and the code it ends with. */
  async function endOf(error: Error) {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
    onTestFinished(() => void vi.restoreAllMocks());
    await runCommand(() => Promise.reject(error));
    return { said: said.mock.calls.flat(), code: exit.mock.calls[0]?.[0] };
  }

  it.each([
    new CommandError('Give a number.'),
    new AssetError('It is not here.'),
    new FileError('/models/a', 'read', new Error('EACCES: permission denied, open')),
  ])('ends with one sentence and code 1 on what a person can put right', async (error) => {
    expect(await endOf(error)).toEqual({ said: [error.message], code: 1 });
  });

  it('lets a defect through', async () => {
    const defect = new TypeError('undefined is not a function');
    await expect(endOf(defect)).rejects.toBe(defect);
  });
});
