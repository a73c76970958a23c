// In place of the theme's components/content/code/_: the keyboard scrolls a block that is too wide.
// Left out are its buttons, notes and lines to select.
import { distinctUntilChanged, map, tap } from "rxjs"

import { getElementContentSize, watchElementSize } from "~/browser"

export const mountCodeBlock = (el: HTMLElement) => watchElementSize(el).pipe(
  map(({ width }) => getElementContentSize(el).width > width && matchMedia("(hover)").matches),
  distinctUntilChanged(),
  tap(wide => wide ? el.setAttribute("tabindex", "0") : el.removeAttribute("tabindex"))
)
