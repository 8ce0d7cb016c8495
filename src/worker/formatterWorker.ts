import { serveFormatter } from './formatter';
import { port } from './port';

serveFormatter(port);
