import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/i18n';
import '@/app/global.css';
import { App } from '@/app/App';

const root = document.getElementById('root');
if (!root) throw new Error('Expected index.html to have an element #root, but it has none');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
