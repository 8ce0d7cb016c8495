import { type FormatterRequest, makeFormatter } from './formatter';
import { port } from './port';
import { serveRequests } from './serveRequests';

serveRequests<FormatterRequest>(port, makeFormatter());
