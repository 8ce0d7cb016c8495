import { say } from '../../../core/util/say';
import { ZoteroError } from './zoteroClient';

/** What is wrong with Zotero and what to do about it, for people. */
export function zoteroMessage(error: unknown, host: string, isRemote: boolean): string {
  if (!(error instanceof ZoteroError)) return say('Zotero could not be read: {0}.', String(error));
  switch (error.trouble) {
    case 'not running':
      return isRemote
        ? say(
            'No Zotero answers at {0}. VS Code works on another machine or in a container here: start Zotero, and say in the setting literature.zotero.host where it can be reached from there.',
            host,
          )
        : say('Zotero is not running: nothing answers at {0}. Start it, and its library appears here.', host);
    case 'not allowed':
      return say(
        'Zotero lets no other program read its library. Allow it in the settings of Zotero: Advanced, “Allow other applications on this computer to communicate with Zotero”.',
      );
    case 'too old':
      return say('This Zotero cannot be read by other programs. Zotero 7 or later is needed.');
    case 'unexpected':
      return say('Zotero gave an answer that was not understood: {0}.', error.message);
  }
}
