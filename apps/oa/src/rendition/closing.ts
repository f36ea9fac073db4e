import type { OfficialText } from '@karez/contracts-oa';
import { dateInDigits } from './numerals.js';
import type { Closing } from './paper.js';
import type { Picture, RenditionOptions } from './rendition-options.js';

/** Keeps a picture for the templates. @returns its path, or null without a picture */
export type Keep = (picture: Picture | undefined, name: string) => string | null;
/** What provincial departments have, in mm. */
const usualDiameter = 42;
/** The day is not known before the signature: its place stays free. */
const noDay = '　　　　年　月　日';

/** 署名, 成文日期 and what stamps them (GB/T 9704 7.3.5). An order is signed (10.2), minutes are not (10.3), the others have seals. */
export function closingOf({ layout, issuers, formedOn }: OfficialText, { seals, signatures }: RenditionOptions, keep: Keep): Closing {
  const kind = kinds[layout] ?? (seals === 'none' ? 'plain' : 'sealed');
  const pictures = seals === 'none' ? [] : (seals ?? []);
  return {
    kind,
    names: issuers.map(({ name }) => name.trim()),
    halves: issuers.map(({ name }) => halvesOf(name.trim())),
    date: formedOn ? dateInDigits(formedOn) : noDay,
    seals: issuers.map(({ name }, index) => {
      const seal = pictures.find((each) => each.name === name);
      const path = keep(seal, `seal-${index}`);
      return path === null ? null : { path, diameter: seal?.diameter ?? usualDiameter };
    }),
    signatures: issuers.map(({ name, signer = '' }, index) => {
      const signature = signatures?.find((each) => each.name === name);
      return { post: signature?.post ?? '', name: signer, path: keep(signature?.picture, `signature-${index}`) };
    }),
  };
}
const kinds: Partial<Record<OfficialText['layout'], Closing['kind']>> = { order: 'signed', minutes: 'none' };

/** A long name in two lines: behind the region where it names one, otherwise in the middle. */
export function halvesOf(name: string): [string, string] {
  const letters = [...name];
  const region = /^.{2,}?(自治区|自治州|自治县|兵团|省|市|州|县|区)(?=.{3,})/u.exec(name)?.[0];
  const at = region ? [...region].length : Math.ceil(letters.length / 2);
  return [letters.slice(0, at).join(''), letters.slice(at).join('')];
}
