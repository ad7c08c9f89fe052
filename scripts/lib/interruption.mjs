// @ts-check

// A signal goes to the whole process group. The scripts don't exit on it, so that they can wait for
// their children, clean up, and report.

let interrupted = false;

function noteSignal() {
  interrupted = true;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, noteSignal);
}

/** Whether the process received a stop signal. */
export function isInterrupted() {
  return interrupted;
}
