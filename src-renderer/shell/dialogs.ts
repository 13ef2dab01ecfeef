import type { Id, RereadingCause } from '../../src-preload/types.ts'
import { createShared } from './store.ts'

/** The dialogs that any screen, the menu and the palette can open; one at a time. */
export type OpenDialog =
  | { readonly name: 'palette' | 'keys' | 'paste' | 'backups' | 'reading' }
  /** With `sessionIds`, offers to export just these. */
  | { readonly name: 'export'; readonly sessionIds?: readonly Id[] | undefined }
  | { readonly name: 'rereading'; readonly cause: RereadingCause }
  | { readonly name: 'compare'; readonly sessionId: Id; readonly otherId: Id }
  | { readonly name: 'version'; readonly sessionId: Id; readonly sourceId: Id }

const open = createShared<OpenDialog | null>(null)

export const useOpenDialog = () => open.use()
export const openDialog = (dialog: OpenDialog) => open.set(dialog)
export const closeDialog = () => open.set(null)
