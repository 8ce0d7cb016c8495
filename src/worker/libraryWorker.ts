import { port } from './port';
import { serveLibrary } from './serveLibrary';

serveLibrary(port);
