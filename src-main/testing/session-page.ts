/** An invented page that reads without doubt. */
export const sessionPage = (number: number, title = 'Lighthouses and the law') => `IGF 2021 WS #${number} ${title}

    Time
    Friday, 10th December, 2021 (12:50 UTC) - Friday, 10th December, 2021 (14:20 UTC)
    Room
    Ballroom A

    Organizer 1: Ada Brück, Lantern Society
    Speaker 1: Tui Mahuta, Civil Society, Asia-Pacific Group
    Speaker 2: Wanda Ødegård, Government, African Group

    Moderator

    Ina Vale, Technical Community, Eastern European Group

    Format

    Panel - Auditorium - 90 Min

    SDGs

    14.1

    Description:

    Keepers and engineers speak of lamps, of fog 🌫️ and of who answers when a lamp goes out. The register of harbours is kept in the cellar of the old customs house.

    Expected Outcomes

    A short list of harbours that will try the shared register.
`
