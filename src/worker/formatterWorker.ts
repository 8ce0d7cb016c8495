import { port } from '#workerPort';
import { serveFormatter } from './formatter';

serveFormatter(port);
