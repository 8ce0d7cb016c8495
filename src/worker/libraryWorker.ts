import { port } from '#workerPort';
import { serveLibrary } from './serveLibrary';

serveLibrary(port);
