import {
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FileZipOutlined,
} from '@ant-design/icons';

const icons = [
  [/\.(pdf|ofd)$/i, FilePdfOutlined],
  [/\.(xlsx?|et|csv|ods)$/i, FileExcelOutlined],
  [/\.(docx?|wps|odt)$/i, FileWordOutlined],
  [/\.(zip|7z|rar|gz)$/i, FileZipOutlined],
  [/\.(png|jpe?g|gif|webp|bmp|tiff?)$/i, FileImageOutlined],
  [/\.(txt|md|log)$/i, FileTextOutlined],
] as const;

/** The kind of a file by its name; the name itself stands beside it. */
export function FileIcon({ name }: { name: string }) {
  const Icon = icons.find(([pattern]) => pattern.test(name))?.[1] ?? FileOutlined;
  return <Icon className="ex-file-icon" aria-hidden="true" />;
}
