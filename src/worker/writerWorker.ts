import { port } from './port';
import { serveRequests } from './serveRequests';
import { rememberingWriter } from './writer';

serveRequests(port, rememberingWriter());
