/** All notes of the project. */
export function NotesScreen() {
  return <div className="screen" />
}
