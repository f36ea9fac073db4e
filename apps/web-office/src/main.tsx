import { QueryClientProvider } from '@tanstack/react-query';
import { theme } from '@karez/web-ui';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { queryClient } from './app/query-client.js';
import { OfficeRoutes } from './app/routes.js';
import '@karez/web-ui/office.css';
import './office.css';

// antd writes its styles while it runs; the policy of the page lets them in by the nonce of this one answer
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

// who asked their system for less motion gets none: the components themselves do not move, antd's popups stop when told
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const chosen = still ? { ...theme, token: { ...theme.token, motion: false } } : theme;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={chosen} button={{ autoInsertSpace: false }} csp={{ nonce }} wave={{ disabled: true }}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename="/office">
          <OfficeRoutes />
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
