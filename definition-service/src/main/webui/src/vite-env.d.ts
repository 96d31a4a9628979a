/// <reference types="vite/client" />

/** Version of the product, as its build says. */
declare const __VERSION__: string;
