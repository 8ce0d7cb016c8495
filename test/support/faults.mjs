// Runs test/faults: what becomes of files when writing goes wrong. `npm run faults -- --rounds 1000` tries what is left to chance so often.
import { parseArgs } from 'node:util';
import { runNodeTests } from './nodeTests.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '24' } } });
process.env.FAULT_ROUNDS = values.rounds;
process.exit(await runNodeTests('faults'));
