// Runs test/package: what `npm pack` makes of the built project, in an empty folder.
import { runNodeTests } from './nodeTests.mjs';

process.exit(await runNodeTests('package', process.argv.slice(2)));
