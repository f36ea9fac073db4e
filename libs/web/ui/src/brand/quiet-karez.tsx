import { palette } from '../tokens.js';

/** Picture of an empty place: a karez from the side. Water when all is done, dry when nothing is there yet or a filter hides it. */
export const QuietKarez = ({ width = 132, dry }: { width?: number; dry?: boolean }) => (
  <svg width={width} height={width * 0.4} viewBox="0 0 132 52" fill="none" aria-hidden="true" focusable="false">
    <path d="M6 14H126" stroke={palette.sand200} strokeWidth="1.5" />
    <path
      d="M14 40 122 48"
      stroke={dry ? palette.sand300 : palette.water}
      strokeWidth="2"
      strokeLinecap="round"
      strokeDasharray={dry ? '2 5' : undefined}
    />
    {[20, 48, 76, 104].map((x, well) => (
      <g key={x}>
        <path d={`M${x} 19V${40.4 + well * 2.1}`} stroke={palette.sand300} strokeWidth="1.5" />
        <circle cx={x} cy="14" r="5" fill="#fff" stroke={dry ? palette.sand400 : palette.water} strokeWidth="2" />
      </g>
    ))}
    <circle cx="122" cy="48" r="3.4" fill={dry ? palette.sand300 : palette.water} />
  </svg>
);
