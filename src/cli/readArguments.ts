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
  console.error(`Usage: npm run -s ${usage}`);
  process.exit(2);
}
