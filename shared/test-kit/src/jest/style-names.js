// A CSS module in a test: each class name is its own key, so that tests can read it.
export default new Proxy({}, { get: (_target, key) => (key === '__esModule' ? undefined : String(key)) });
