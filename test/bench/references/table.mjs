// The table of `bench.mjs`, for people.
const megabyte = 1e6;

export function printed(title, rows) {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(rows.map(row => [row.reader, row.failed ? { note: row.failed } : shown(row)])),
  );
}

function shown(row) {
  return {
    entries: row.entries,
    ...(row.lost ? { 'files lost': row.lost } : {}),
    'ms to fields': Math.round(row.toFields),
    'times ours': Number(row.timesOurs.toFixed(1)),
    ...(row.toSearch
      ? {
          'ms to find the last entry': Math.round(row.toFind),
          'to index heads': Math.round(row.toSearch),
          'and abstracts': Math.round(row.toComplete),
          'from the cache': Math.round(row.fromCache),
        }
      : {}),
    ...(row.libraryFailed ? { note: row.libraryFailed } : {}),
    'peak MB': Math.round(row.peakBytes / megabyte),
    'kB an entry beyond the text': Number(((row.keptBytes - row.bytes) / row.entries / 1000).toFixed(2)),
  };
}
