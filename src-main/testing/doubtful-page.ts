/** An invented page that says a time without its zone, and a paragraph without its heading. */
export const doubtfulPage = `IGF 2018 WS #61 Tide tables as open data

Organizer 1: Mirela Stan, Small Towns Online

Format

Panel - 90 Min

Diversity

Harbours from four seas take part.

First the tables are shown, then they are merged.

Session Time
Monday, 12 November, 2018 - 09:20 to 10:50
`
