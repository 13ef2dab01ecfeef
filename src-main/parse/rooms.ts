import { organizationWord } from './vocabulary.ts'
import { list } from './word-list.ts'

const roomWords = list(
  'room | hall | ballroom | salle | saal | raum | sala | auditorium | theatre | theater | plenary | banquet | studio | tent | pavilion | estrel | annex | booth | lounge | salon | salón | aula | cr',
)
/** Words that names of organizations have too. */
const placeWords = list('conference | corner | terrace | foyer | stage | floor | virtual | online | press')
const wordOf = (words: readonly string[]) => new RegExp(`(?:^|[^\\p{L}])(?:${words.join('|')})(?:[^\\p{L}]|$)`, 'u')
const anyLetters = new RegExp([...roomWords, ...placeWords].join('|'))
const [roomWord, placeWord] = [wordOf(roomWords), wordOf(placeWords)]
/** `MR 7`, `Kotka 1+2`, and no numbered part of something else. */
const numberedRoom =
  /^(?!(?:act|agenda|article|chapter|day|goal|group|issue|item|level|option|page|panel|part|phase|point|question|round|section|segment|session|slot|speaker|step|table|target|theme|track|version|web|workshop|igf|sdg|ws|of|th|lt|ns|dc|no) )\p{L}{2,12} \d{1,2}(?: ?[+&] ?\d{1,2})?$/u
/** Whether folded text names a kind of room. */
export const hasRoomWord = (folded: string) =>
  (folded.length < 24 && numberedRoom.test(folded)) ||
  (anyLetters.test(folded) && (roomWord.test(folded) || (placeWord.test(folded) && !organizationWord.test(folded))))
