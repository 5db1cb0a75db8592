/** What the build tells the worker (offline-worker.ts): its own number, and what a page needs to open without a network. */
declare const __BUILD__: string;
declare const __SHELL__: string[];
declare const __LANGUAGES__: string[];

export const BUILD = __BUILD__;
export const SHELL = __SHELL__;
export const LANGUAGES = __LANGUAGES__;
