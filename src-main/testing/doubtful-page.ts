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

/** An invented page without title and headings, whose paragraphs can be divided in two ways. */
export const barePage = `Session
Organizer 1: Mirela Stan, Small Towns Online
Speaker 1: Ana Prado, Civil Society, African Group
Round Table - U-shape - 60 Min
Who pays for the last mile when the last mile is water?
9.c
Ferries already carry the post and the doctor, and nobody asks them for a licence to do so.
Two short stories from islands open the hour. The first is about a storm, the second about a school.
One page that ports can copy.
Usage of IGF Official Tool.
`
