/** The part of `qrcode` that is used: the modules of a code, drawn by our own SVG (the page's policy allows no canvas pictures from elsewhere). */
declare module 'qrcode' {
  export interface QRCode {
    readonly modules: { readonly size: number; readonly data: Uint8Array };
  }
  export function create(text: string, options?: { errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' }): QRCode;
}
