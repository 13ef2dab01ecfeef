const every = 3000

/** Says on standard error how far long work is, from time to time. */
export function progress(what: string): (done: number, total: number) => void {
  let said = performance.now()
  return (done, total) => {
    if (performance.now() - said < every) return
    said = performance.now()
    process.stderr.write(`${done} of ${total} ${what}\n`)
  }
}
