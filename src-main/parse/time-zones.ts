type Zones = Readonly<Record<string, readonly number[]>>

/** Minutes east of UTC by the letters that pages write; several where the same letters name several zones. */
const zones: Zones = {
  UTC: [0],
  GMT: [0],
  WAT: [60],
  CAT: [120],
  SAST: [120],
  EAT: [180],
  MSK: [180],
  TRT: [180],
  GST: [240],
  PKT: [300],
  NPT: [345],
  WIB: [420],
  HKT: [480],
  SGT: [480],
  JST: [540],
  KST: [540],
  AEST: [600],
  AEDT: [660],
  NZST: [720],
  NZDT: [780],
  ART: [-180],
  BRT: [-180],
  AST: [180, -240],
  BST: [60, 360],
  CST: [-360, 480],
  IST: [330, 120, 60],
  PST: [-480, 480],
}

/** Zones of the north by their names in winter and in summer; the one is often written for the other. */
const winter: Readonly<Record<string, number>> = { WET: 0, CET: 60, EET: 120, EST: -300 }
const summer: Readonly<Record<string, number>> = { WEST: 60, CEST: 120, EEST: 180, EDT: -240, PDT: -420 }

/** From April to September clocks stand on summer time everywhere there, from November to February nowhere. */
const isOnlySummer = (month: number) => month >= 3 && month <= 8
const isOnlyWinter = (month: number) => month >= 10 || month <= 1

/** How many minutes east of UTC clocks can be in the zone of these letters, in a month of 0 to 11; none where nobody knows it. */
export function minutesEastOf(letters: string, month: number): readonly number[] {
  const [cold, warm] = [winter[letters], summer[letters]]
  if (cold !== undefined) return isOnlySummer(month) ? [cold, cold + 60] : [cold]
  if (warm !== undefined) return isOnlyWinter(month) ? [warm, warm - 60] : [warm]
  return zones[letters] ?? []
}
