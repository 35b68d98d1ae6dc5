/** Extensions of attachments that providers block, by who says so. */

/** support.google.com/mail/answer/6590 */
const GMAIL =
  'ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpkg dll dmg ex ex_ exe ' +
  'hta img ins iso isp jar jnlp js jse lib lnk mde mjs msc msi msix msixbundle msp mst nsh pif ps1 ' +
  'scr sct shb sys vb vbe vbs vhd vxd wsc wsf wsh xll';

/** The default list of Outlook and of Exchange on the web. */
const OUTLOOK =
  'ade adp app appref-ms asp aspx asx bas bat cdxml cer chm cmd cnt com cpl crt csh der diagcab exe ' +
  'fxp gadget grp hlp hpj hta htc inf ins isp its jar jnlp js jse ksh lnk mad maf mag mam maq mar ' +
  'mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mht mhtml msc msh msh1 msh1xml msh2 msh2xml ' +
  'mshxml msi msp mst ops osd pcd pif pl plg prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 pssc pst py ' +
  'pyc pyo pyw pyz pyzw reg scf scr sct shb shs tmp udl url vb vbe vbp vbs vhd vhdx vsmacros vsw ' +
  'ws wsb wsc wsf wsh xbap xll xnk';

/** Of the default filter for common attachments in Microsoft 365, as one tenant shows it. */
const MICROSOFT_365 =
  'ace ani apk application appx arj bgi cab deb dex dll elf ht img iso job kext lha lib library lzh ' +
  'macho msix msu ppa ppam printerexport psd1 psdm1 rev sys theme uif vxd webpnp website xz z';

/** What runs when it is opened: the worse for looking like a document. */
const PROGRAMS = 'app bat cmd com cpl exe hta jar js jse lnk msi pif ps1 scr vb vbe vbs wsf wsh';

/** What people take for a document, an image or an archive. */
const DOCUMENTS =
  'avi csv doc docx gif htm html jpeg jpg mp3 mp4 odt pdf png ppt pptx rtf txt xls xlsx zip';

const lists: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['Gmail', setOf(GMAIL)],
  ['Outlook', setOf(OUTLOOK)],
  ['Microsoft 365', setOf(MICROSOFT_365)],
];
const programs = setOf(PROGRAMS);
const documents = setOf(DOCUMENTS);

/** Who blocks files of this extension, which is given in lower case. */
export function blockersOf(extension: string): readonly string[] {
  return lists.filter(([, extensions]) => extensions.has(extension)).map(([name]) => name);
}

/** What stands behind the last dot, in lower case; blanks and dots at the end count for nothing. */
export function extensionOf(filename: string): string | undefined {
  return extensions(filename).at(-1);
}

/** The extension of a document that a program's extension follows, as in `invoice.pdf.exe`. */
export function disguiseOf(filename: string): string | undefined {
  const [disguise, extension] = extensions(filename).slice(-2);
  if (disguise === undefined || extension === undefined) return undefined;
  return documents.has(disguise) && programs.has(extension) ? disguise : undefined;
}

function extensions(filename: string): readonly string[] {
  const bare = filename.trimEnd().replace(END, '').toLowerCase();
  return bare.split('.').slice(1);
}

const END = /(?<![. ])[. ]+$/;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
