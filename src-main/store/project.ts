import type { Database } from 'better-sqlite3'
import type { StoreApi } from '../../src-preload/contract.ts'
import type { Journal } from './journal.ts'

/** What every noun of the store works on. */
export interface Project {
  readonly db: Database
  readonly history: Journal
  readonly author: string
}
export type Handlers<K extends keyof StoreApi> = Pick<StoreApi, K>
