/** What is wrong with a request, if anything; to be shown beside the field that it came from. */
export async function refusal(request: Promise<unknown>): Promise<string | undefined> {
  try {
    await request
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
