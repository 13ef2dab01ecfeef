// Set-up is plain JavaScript, because it runs before anything is installed.
declare module '*.mjs'
