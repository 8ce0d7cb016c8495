/** Made by test/support/hostTests.mjs when it bundles. */
declare module 'mocha-in-a-worker';
declare module 'suites' {
  export function suites(): Promise<void>;
}
