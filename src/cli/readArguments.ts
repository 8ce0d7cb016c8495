import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorMessage } from '../core/util/errorMessage';

/** The arguments of a command. An option that it does not have ends the process, with the usage. */
export function readArguments<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(errorMessage(error));
    return endWithUsage(usage);
  }
}

export function endWithUsage(usage: string): never {
  console.error(`Usage: ${commandName()} ${isInstalled() ? usage.replace(' -- ', ' ') : usage}`);
  process.exit(2);
}

/** Started as `literature`, not from the sources. */
function isInstalled(): boolean {
  return process.env.LITERATURE_COMMAND !== undefined;
}

function commandName(): string {
  return process.env.LITERATURE_COMMAND ?? 'npm run -s';
}
