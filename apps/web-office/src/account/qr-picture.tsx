import { create } from 'qrcode';
import { useMemo } from 'react';

/** A QR code as one SVG path: no canvas, no data address, so the strictest policy of the page holds. Four modules of quiet around it (ISO/IEC 18004). */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    let drawn = '';
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++)
        if (modules.data[row * modules.size + column]) drawn += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
    return { size: modules.size + 8, path: drawn };
  }, [text]);
  return (
    <svg className="office-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
