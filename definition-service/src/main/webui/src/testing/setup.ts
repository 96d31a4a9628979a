import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import '@/i18n';

// Pages are loaded when they are first opened, which takes seconds where the machine has other work.
configure({ asyncUtilTimeout: 15_000 });
afterEach(() => cleanup());

// antd asks for both, jsdom has neither.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// jsdom has no layout: both would write an error for every call.
window.scrollTo = () => undefined;
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => computed(element);
