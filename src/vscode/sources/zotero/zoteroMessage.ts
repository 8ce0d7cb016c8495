import { ZoteroError } from './zoteroClient';

/** What is wrong with Zotero and what to do about it, for people. */
export function zoteroMessage(error: unknown, host: string, isRemote: boolean): string {
  if (!(error instanceof ZoteroError)) return `Zotero could not be read: ${String(error)}.`;
  switch (error.trouble) {
    case 'not running':
      return isRemote
        ? `No Zotero answers at ${host}. VS Code works on another machine or in a container here: start Zotero, and say in the setting literature.zotero.host where it can be reached from there.`
        : `Zotero is not running: nothing answers at ${host}. Start it, and its library appears here.`;
    case 'not allowed':
      return 'Zotero lets no other program read its library. Allow it in the settings of Zotero: Advanced, “Allow other applications on this computer to communicate with Zotero”.';
    case 'too old':
      return 'This Zotero cannot be read by other programs. Zotero 7 or later is needed.';
    case 'unexpected':
      return `Zotero gave an answer that was not understood: ${error.message}.`;
  }
}
