import { Notices } from './shell/notices.tsx'

export function App() {
  return <Notices />
}
