import { port } from './port';
import { serveRequests } from './serveRequests';
import { answerWriteRequest } from './writer';

serveRequests(port, answerWriteRequest);
