/** What the commands have in common: their options, and how they end when a person can put right what is wrong. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AssetError } from './assets/asset-error';

/** Something about the call that a person can put right: one sentence with the cure. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/**
 * The values of the options that were given.
 * @throws CommandError that says which one is wrong and, with `usage`, what there is.
 */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  return parseOptionsOf(process.argv.slice(2), options, usage);
}

/** The same of these arguments. */
export function parseOptionsOf<const T extends NonNullable<ParseArgsConfig['options']>>(argv: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new CommandError(`${reason}: use "${usage}".`);
  }
}

/** Runs a command. What a person can put right ends it with its sentence and code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof AssetError || error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
