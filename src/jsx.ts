// What JSX is compiled to, for all files of the build: a bundler that keeps React apart, or wraps it, does so once and not
// once a file. vite.config.ts points them here.
export { Fragment, jsx, jsxs } from 'react/jsx-runtime'
