/** The rows from `first` up to, without, `end` are drawn; the heights (px) stand for those above and below. */
export interface RowWindow {
  first: number;
  end: number;
  above: number;
  below: number;
}

/** Rows beyond the edge, so that a quick scroll shows no gap and the keyboard finds the next row. */
const OVERSCAN = 8;

export function windowOf(count: number, rowHeight: number, top: number, height: number): RowWindow {
  // After a filter the list may be shorter than where one had scrolled to.
  const reach = Math.max(0, count * rowHeight - height);
  const first = Math.max(0, Math.floor(Math.min(top, reach) / rowHeight) - OVERSCAN);
  const end = Math.min(count, Math.ceil((Math.min(top, reach) + height) / rowHeight) + OVERSCAN);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}
