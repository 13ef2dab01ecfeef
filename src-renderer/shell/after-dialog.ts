/** In milliseconds: a few frames, in which a dialog that closes gives the focus back, if it can. */
const pause = 100

/** Runs when no dialog is drawn any more and its focus has been given back; gives the way not to. */
export function afterDialog(run: () => void): () => void {
  const look = () => {
    if (document.querySelector('[role=dialog], [role=alertdialog]')) timer = setTimeout(look, pause)
    else run()
  }
  let timer = setTimeout(look, pause)
  return () => clearTimeout(timer)
}
