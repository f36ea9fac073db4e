import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bareContracts } from './bare-contracts.ts';
import { leanAntd } from './lean-antd.ts';

export default defineConfig({
  base: '/office/',
  plugins: [bareContracts(), leanAntd(), react()],
  build: {
    outDir: 'dist/client',
    target: 'es2022',
    assetsInlineLimit: 0, // the policy of the page lets nothing in but files of this site
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // development: `npm start -- --detach`, then `npm run dev` here
  server: { port: 5173, proxy: { '/api': process.env['KAREZ_PUBLIC_URL'] ?? 'http://127.0.0.1:3000' } },
});
