// In place of the theme's components/content/_: what it mounts on this site's pages, tooltips and
// previews no sooner than a reader comes to them. A page has hundreds, and all at once took a tenth
// of a second.
import { Observable, distinct, filter, fromEvent, map, merge, mergeMap, shareReplay } from "rxjs"

import { feature } from "~/_"
import { getElements } from "~/browser"
import { renderTooltip2 } from "~/templates"

import { mountInlineTooltip2, mountTooltip2 } from "../../tooltip2"
import { mountCodeBlock } from "../code"
import { mountDetails } from "../details"
import { mountLink } from "../link"
import { mountDataTable } from "../table"

export function mountContent(el: HTMLElement, dependencies: any): Observable<any> {
  const { viewport$ } = dependencies
  const sitemap$ = dependencies.sitemap$.pipe(shareReplay(1))
  const come$ = merge(fromEvent(el, "pointerover"), fromEvent(el, "focusin"))
  const come = (selector: string, mount: (child: any) => Observable<any>) => come$.pipe(
    map(event => (event.target as Element).closest(selector)),
    filter(Boolean),
    distinct(),
    mergeMap(mount)
  )
  const note = (child: HTMLAnchorElement) => new Observable<HTMLElement>(observer => {
    const copy = document.getElementById(child.hash.slice(1))!.cloneNode(true) as Element
    const node = renderTooltip2(...Array.from(copy.children) as any)
    observer.next(node)
    document.body.append(node)
    return () => node.remove()
  })
  return merge(
    ...getElements("pre > code", el).map(mountCodeBlock),
    ...getElements("table:not([class])", el).map(child => mountDataTable(child)),
    ...getElements("details", el).map(child => mountDetails(child as any, dependencies)),
    come("a[data-preview]", child => mountLink(child, { ...dependencies, sitemap$ })),
    ...feature("content.tooltips")
      ? [come("[title]:not([data-preview])", child => mountInlineTooltip2(child, { viewport$ }))] : [],
    ...feature("content.footnote.tooltips")
      ? [come(".footnote-ref", child => mountTooltip2(child, { content$: note(child), viewport$ }))] : []
  )
}
