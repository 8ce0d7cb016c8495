import { makeFormatter } from './formatter';
import { port } from './port';
import { serveRequests } from './serveRequests';

serveRequests(port, makeFormatter());
