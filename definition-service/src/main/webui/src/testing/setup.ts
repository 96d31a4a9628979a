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

// jsdom has no layout: it would write an error for every call.
window.scrollTo = () => undefined;

// Queries by role ask for the computed style of each element and all around it, and jsdom matches every rule of antd's sheets for each
// answer: a test of a page took 30 s. What a test can see of style is what stands on the element itself.
const none = document.createElement('div').style;
window.getComputedStyle = (element: Element, pseudo?: string | null) =>
  pseudo || !(element instanceof HTMLElement) ? none : element.style;
