// Plain JavaScript: the browser runs this file as it is. It hears from the page while that can do anything at all.
const tickMs = 500;
const mostLateMs = 100;
let page = { remote: undefined, limitMs: 0 };
let silentMs = 0;
let told = false;

/**
 * @param {string} key
 * @param {() => void} done
 */
function remember(key, done) {
  const opening = indexedDB.open('portico-freezes', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('remotes');
  opening.onerror = done;
  opening.onsuccess = () => {
    const write = opening.result.transaction('remotes', 'readwrite');
    write.objectStore('remotes').put(true, key);
    write.onabort = done;
    write.oncomplete = () => {
      opening.result.close();
      done();
    };
  };
}

function tell({ id, version }) {
  const event = { remote: id, version, outcome: 'failed', phase: 'frozen', code: 'LOADER_PAGE_FROZEN' };
  const headers = { 'content-type': 'application/json' };
  fetch('/api/registry/telemetry', { method: 'POST', headers, body: JSON.stringify({ events: [event] }) }).catch(() => undefined);
}

addEventListener('message', ({ data }) => {
  page = data;
  silentMs = 0;
  told = false;
});

// A page that froze before this would not be heard of: so it waits for this with the code of plugins.
postMessage('ready');

// Counted in ticks of its own that come in time: while the machine sleeps, or has no time for anybody, nothing is counted.
let lastTick = performance.now();
setInterval(() => {
  const late = performance.now() - lastTick > tickMs + mostLateMs;
  lastTick = performance.now();
  if (!page.remote || told || late) return;
  silentMs += tickMs;
  if (silentMs < page.limitMs) return;
  told = true;
  const { remote } = page;
  remember(`${remote.id}@${remote.version}`, () => tell(remote));
}, tickMs);
