/** In milliseconds: a few frames, in which a dialog that has closed gives the focus back, if it can. */
const pause = 100

/** What a dialog is drawn in; notices have the role of one and take no focus. */
export const drawnDialog = '.modal-overlay'

/** Runs when no dialog is drawn any more and its focus has been given back; gives the way not to. */
export function afterDialog(run: () => void): () => void {
  let timer = setTimeout(look, pause, false)
  function look(wasGone: boolean) {
    const isGone = !document.querySelector(drawnDialog)
    if (isGone && wasGone) run()
    else timer = setTimeout(look, pause, isGone)
  }
  return () => clearTimeout(timer)
}
