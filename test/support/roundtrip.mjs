// Runs test/roundtrip: what we write, read by Pandoc, BibTeX and Biber.
import { runNodeTests } from './nodeTests.mjs';

process.exit(await runNodeTests('roundtrip', process.argv.slice(2)));
