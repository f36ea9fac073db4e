import { palette } from '../tokens.js';

/** Brand mark: a karez in section. Wells of growing depth, one channel, one outlet. Decorative: the name stands beside it. */
export const KarezLogo = ({ size = 28, color = palette.water }: { size?: number; color?: string }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="none"
    stroke={color}
    strokeWidth="2"
    strokeLinecap="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M3.5 22.5 28 27.5" strokeWidth="2.4" />
    <path d="M6 22.6V10M13.5 24.2V10.4M21 25.8V10.8" strokeWidth="1.6" />
    <circle cx="6" cy="7" r="2.9" fill="#fff" />
    <circle cx="13.5" cy="7.4" r="2.9" fill="#fff" />
    <circle cx="21" cy="7.8" r="2.9" fill="#fff" />
    <circle cx="28" cy="27.5" r="2.4" fill={color} stroke="none" />
  </svg>
);
