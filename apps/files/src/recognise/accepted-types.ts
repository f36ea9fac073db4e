/** A type of file that is accepted, as its content shows it. */
export interface AcceptedType {
  readonly mediaType: string;
  /** The extensions under which it may come; the first is added to a name without one. */
  readonly extensions: readonly string[];
  /** What messages call it. */
  readonly title: string;
  /** Whether a browser shows it by itself, safely. */
  readonly preview?: boolean;
}
const type = (mediaType: string, title: string, ...extensions: string[]): AcceptedType => ({ mediaType, extensions, title });
const shown = (accepted: AcceptedType): AcceptedType => ({ ...accepted, preview: true });
const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** Told by their first bytes (file-type knows them). */
export const byMagic = [
  shown(type('application/pdf', 'PDF', 'pdf')),
  shown(type('image/png', 'PNG', 'png')),
  shown(type('image/jpeg', 'JPEG', 'jpg', 'jpeg', 'jpe', 'jfif')),
  shown(type('image/gif', 'GIF', 'gif')),
  shown(type('image/webp', 'WebP', 'webp')),
  type('image/bmp', 'BMP', 'bmp'),
  type('image/tiff', 'TIFF', 'tif', 'tiff'),
  type('image/vnd.dwg', 'DWG', 'dwg'),
  type('video/mp4', 'MP4', 'mp4', 'm4v'),
  type('audio/mpeg', 'MP3', 'mp3'),
  type('audio/wav', 'WAV', 'wav'),
] as const;

/** Told by what lies in the zip. */
export const zipTypes = {
  ofd: type('application/ofd', 'OFD', 'ofd'),
  docx: type(`${office}.wordprocessingml.document`, 'DOCX', 'docx'),
  xlsx: type(`${office}.spreadsheetml.sheet`, 'XLSX', 'xlsx'),
  pptx: type(`${office}.presentationml.presentation`, 'PPTX', 'pptx'),
  odt: type(`${open}.text`, 'ODT', 'odt'),
  ods: type(`${open}.spreadsheet`, 'ODS', 'ods'),
  odp: type(`${open}.presentation`, 'ODP', 'odp'),
  zip: type('application/zip', 'ZIP', 'zip'),
} as const;

/** Told by the streams of the compound file; WPS writes the same under its own extensions. */
export const compoundTypes = {
  doc: type('application/msword', 'DOC', 'doc', 'wps'),
  xls: type('application/vnd.ms-excel', 'XLS', 'xls', 'et'),
  ppt: type('application/vnd.ms-powerpoint', 'PPT', 'ppt', 'dps'),
} as const;

/** All are text; here, and only here, the extension says which. */
export const textTypes = [
  type('text/plain', '文本', 'txt', 'md', 'log'),
  type('text/csv', 'CSV', 'csv'),
  type('application/json', 'JSON', 'json', 'geojson'),
  type('application/xml', 'XML', 'xml', 'kml', 'gml'),
  type('image/vnd.dxf', 'DXF', 'dxf'),
] as const;

const previewTypes = new Set(byMagic.filter(({ preview }) => preview).map(({ mediaType }) => mediaType));
export const previewable = (mediaType: string | null): boolean => mediaType !== null && previewTypes.has(mediaType);
