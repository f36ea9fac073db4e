/** Drawn here in one hand, 16 × 16 and a line of 1.3, because all of them are part of the first load. */
const lines = {
  home: 'M2.5 7.5 8 2.8l5.5 4.7M4 6.4v6.8h8V6.4M6.6 13.2V9.4h2.8v3.8',
  inbox: 'M2.2 9.2 4 3.4h8l1.8 5.8v3.6H2.2zM2.2 9.2h3.4a2.4 2.4 0 0 0 4.8 0h3.4',
  sent: 'M13.8 2.4 2 7.2 6.4 9zM13.8 2.4 8.9 13.6 6.4 9z',
  documents: 'M12.8 8.6v4.8H3V2.6h5M6.4 9.6l.4-2L12.2 2.2l1.6 1.6-5.4 5.4z',
  directory:
    'M3.6 2.4h9v11.2h-9zM2 5h1.6M2 8h1.6M2 11h1.6M8.1 7.8a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2M5.7 11.2c.3-1.4 1.2-2 2.4-2s2.1.6 2.4 2',
  statistics: 'M2.2 13.4h11.6M4.2 13.4V8.6M7 13.4V4.6M9.8 13.4V7M12.4 13.4V3',
  orgs: 'M6.2 2.2h3.6v3H6.2zM2 10.8h3.6v3H2zM10.4 10.8H14v3h-3.6zM8 5.2V8M3.8 10.8V8h8.4v2.8',
  people:
    'M6 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8M1.8 13.2c.3-2.6 2-3.9 4.2-3.9s3.9 1.3 4.2 3.9M10.4 3.1a2.3 2.3 0 0 1 0 4.3M11.6 9.6c1.4.5 2.3 1.7 2.6 3.6',
  roles: 'M8 1.9 2.9 3.6v4c0 3.2 2 5.3 5.1 6.5 3.1-1.2 5.1-3.3 5.1-6.5v-4zM5.6 7.8l1.8 1.8 3-3.2',
  audit: 'M12.4 6V2.4H3.2v11.2h4.4M5.4 5.2h4.8M5.4 7.8h2M10.6 12.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M12.2 11.8l1.7 1.7',
  keys: 'M10.2 9.2A3.5 3.5 0 1 0 6.9 6.9l-4.7 4.7v2.2h2.5v-1.6h1.6v-1.6l1.8-1.8c.6.3 1.3.4 2.1.4M11.2 4.9h.01',
  calendar: 'M2.4 3.6h11.2v9.8H2.4zM2.4 6.6h11.2M5.2 2v2.8M10.8 2v2.8M5 9.8h1.4M9.6 9.8H11',
  webhooks:
    'M9.3 3.4l3.3 3.3-1.5 1.5a2.3 2.3 0 0 1-3.3-3.3zM6.7 12.6 3.4 9.3l1.5-1.5a2.3 2.3 0 0 1 3.3 3.3zM12.4 3.6l1.8-1.8M1.8 14.2l1.8-1.8M7.4 7.1 6.2 8.3M8.9 8.6 7.7 9.8',
  notifications: 'M3.6 11.6V7a4.4 4.4 0 0 1 8.8 0v4.6M2.2 11.6h11.6M6.6 13.8a1.5 1.5 0 0 0 2.8 0',
  account:
    'M1.8 3.2h12.4v9.6H1.8zM5.4 7.6a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8M3.4 10.8c.2-1.2 1-1.8 2-1.8s1.8.6 2 1.8M9.6 6.2h2.8M9.6 9h2.8',
  help: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M6.2 6.3c.1-1.1.9-1.7 1.9-1.7 1.1 0 1.9.7 1.9 1.6 0 1.4-1.9 1.5-1.9 2.9M8.1 11.3h.01',
} as const;
export type PlaceName = keyof typeof lines;

export const PlaceIcon = ({ of, size = 16 }: { of: PlaceName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={lines[of]} />
  </svg>
);
