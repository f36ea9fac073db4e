import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { familiesOf } from './font-names.js';
import { officeFamilies } from './office-fonts.js';
import { type FaceRole, faceRoles, type Faces } from './paper.js';
import type { FontFile } from './press-job.js';

/** The fonts that are there, and which of them draws what. */
export interface FontShelf {
  readonly files: readonly FontFile[];
  readonly faces: Faces;
}

const require = createRequire(import.meta.url);
const packaged = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), file);
const serif = (cut: string): string => packaged('@expo-google-fonts/noto-serif-sc', `${cut}/NotoSerifSC_${cut}.ttf`);
const wenKai = (weight: number): string => packaged('@fontsource/lxgw-wenkai', `files/lxgw-wenkai-latin-${weight}-normal.woff`);

/** What the platform brings: every machine prints with them, and they have the rare characters of names. */
const bundled = (): FontFile[] => [
  ...[wenKai(300), wenKai(500)].map((path): FontFile => ({ path, format: 'woff' })),
  ...[serif('300Light'), serif('700Bold'), serif('900Black')].map((path): FontFile => ({ path, format: 'sfnt' })),
  { path: packaged('@expo-google-fonts/noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf'), format: 'sfnt' },
];
const [kai, song, hei] = ['LXGW WenKai', 'Noto Serif SC', 'Noto Sans SC'];
const own: Faces = {
  fang: { families: [kai, song, hei], weight: 300 },
  kai: { families: [kai, song, hei], weight: 400 },
  hei: { families: [hei, song, kai], weight: 500 },
  song: { families: [song, kai, hei], weight: 300 },
  title: { families: [song, kai, hei], weight: 700 },
  mark: { families: [song, kai, hei], weight: 900 },
  latin: { families: [song], weight: 300 },
};

/** @param folder of the office's own fonts, KAREZ_OA_FONTS; further folders in it are looked into */
export async function fontShelf(folder?: string): Promise<FontShelf> {
  const found = folder ? await fontsIn(folder) : [];
  const used = new Map<string, FontFile>();
  const faceOf = (role: FaceRole): [FaceRole, Faces[FaceRole]] => {
    const family = officeFamilies[role].find((name) => found.some(({ names }) => names.includes(name)));
    const files = family === undefined ? [] : found.filter(({ names }) => names.includes(family));
    for (const { path } of files) used.set(path, { path, format: 'sfnt' });
    const names = new Set([...(family ? [family] : []), ...files.flatMap((file) => file.names)]);
    return [role, { ...own[role], families: [...names, ...own[role].families] }];
  };
  const faces = Object.fromEntries(faceRoles.map(faceOf)) as Record<FaceRole, Faces[FaceRole]>;
  return { files: [...bundled(), ...used.values()], faces };
}

async function fontsIn(folder: string): Promise<{ path: string; names: string[] }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((each) => each.isFile() && /\.(ttf|otf|ttc)$/i.test(each.name))
    .map((each) => join(each.parentPath, each.name));
  return Promise.all(paths.sort().map(async (path) => ({ path, names: await familiesOf(path) })));
}
