/** What citeproc-js asks to be shown where it works (CPAL-1.0, exhibit B). */
export const citeprocAttribution = 'Citations by CSL (citeproc-js), citationstyles.org';
