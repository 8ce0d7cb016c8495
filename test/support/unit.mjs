// Runs test/unit, or the files and folders named.
import { runNodeTests } from './nodeTests.mjs';

process.exit(await runNodeTests('unit', process.argv.slice(2)));
