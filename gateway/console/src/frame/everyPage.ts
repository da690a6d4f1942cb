/** All pages of a list, for what is summed or filtered here and would be wrong of a part. */
export async function everyPage<P extends { nextPageToken: string }>(read: (pageToken: string) => Promise<P>, enough: (page: P) => boolean = () => false): Promise<P[]> {
  const pages: P[] = [];
  for (let token = ''; ;) {
    const page = await read(token);
    pages.push(page);
    if (page.nextPageToken === '' || enough(page)) return pages;
    token = page.nextPageToken;
  }
}
