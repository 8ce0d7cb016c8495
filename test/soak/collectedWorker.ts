import '../../src/worker/libraryWorker';

/** Garbage is collected all the time, so that what is left is what is held. */
setInterval(() => (globalThis as { gc?(): void }).gc?.(), 1000);
