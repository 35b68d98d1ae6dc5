/** Which media types an extension can stand for, as far as both are known for certain. */

const TYPES: Readonly<Record<string, string>> = {
  'application/msword': 'doc',
  'application/pdf': 'pdf',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/x-pdf': 'pdf',
  'application/x-zip-compressed': 'zip',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  'image/pjpeg': 'jpeg',
  'image/png': 'png',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  csv: 'csv',
  doc: 'doc',
  docx: 'docx',
  gif: 'gif',
  htm: 'html',
  html: 'html',
  ics: 'ics',
  jpe: 'jpeg',
  jpeg: 'jpeg',
  jpg: 'jpeg',
  pdf: 'pdf',
  png: 'png',
  ppt: 'ppt',
  pptx: 'pptx',
  txt: 'txt',
  xls: 'xls',
  xlsx: 'xlsx',
  zip: 'zip',
};

/** What an extension is sent as beside its own type, and rightly or harmlessly so. */
const ALSO: Readonly<Record<string, string>> = {
  csv: 'txt xls',
  doc: 'docx txt html',
  docx: 'doc zip',
  html: 'txt',
  ics: 'txt',
  ppt: 'pptx',
  pptx: 'ppt zip',
  txt: 'csv html ics',
  xls: 'xlsx csv html txt',
  xlsx: 'xls zip',
};

const types = new Map(Object.entries(TYPES));
const extensions = new Map(Object.entries(EXTENSIONS));
const also = new Map(Object.entries(ALSO));

/**
 * True when a file of this extension cannot be of this media type. `application/octet-stream` says
 * nothing and contradicts nothing, but for text, of which filters wonder why it is hidden.
 *
 * @param extension In lower case.
 * @param essence `type/subtype`, in lower case.
 */
export function contradicts(extension: string, essence: string): boolean {
  if (essence === 'application/octet-stream') return extension === 'txt';
  const type = types.get(essence);
  const own = extensions.get(extension);
  if (type === undefined || own === undefined || type === own) return false;
  return !also.get(own)?.split(' ').includes(type);
}
